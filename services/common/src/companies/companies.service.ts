import {
  CompanyChanged,
  CompanyCreated,
  type CreateCompany,
  OpenDailyRun,
  type PatchCompany,
  type PayloadIn,
  type ServiceName,
} from '@dhanman/contracts';
import { Clock, newId } from '@dhanman/kernel';
import { publish, restate } from '@dhanman/messaging';
import { type Actor, add, atVersion, change, Database, forgetMembers, type Scope } from '@dhanman/platform';
import { keepSchedule } from '@dhanman/schedules';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ChartService } from '../chart/chart.service.js';
import { OrganizationsService } from '../organizations/organizations.service.js';
import { PeriodsService } from '../periods/periods.service.js';
import { Company, type CompanyId } from './company.js';
import { CompanyTable } from './company.table.js';

@Injectable()
export class CompaniesService {
  constructor(
    private readonly db: Database,
    private readonly organizations: OrganizationsService,
    private readonly clock: Clock,
    private readonly chart: ChartService,
    private readonly periods: PeriodsService,
  ) {}

  async create(actor: Actor, details: CreateCompany): Promise<Company> {
    return this.db.transaction(actor, (tx) => this.found(tx, actor, details));
  }

  /** In a transaction that founds more than the company. Its organization takes one creation at a time, for the quota. */
  async found(tx: EntityManager, { organizationId }: Scope, details: CreateCompany): Promise<Company> {
    await this.organizations.makeRoom(tx, organizationId, 'companies');
    const identity = { organizationId, id: newId<'Company'>() };
    const company = await add(tx, CompanyTable, Company.create(identity, details));
    await publish(tx, CompanyCreated, messageOf(company));
    await this.chart.begin(tx, { organizationId }, company.kind);
    await this.periods.begin(tx, company, this.clock.now());
    await this.keepDailyRun(tx, company);
    forgetMembers(tx, organizationId);
    return company;
  }

  /** Changes what the caller saw as `version`, and tells every service that keeps a copy. */
  async patch(actor: Actor, id: CompanyId, version: number, patch: PatchCompany): Promise<Company> {
    const key = { organizationId: actor.organizationId, id };
    return this.db.transaction(actor, async (tx) => {
      const company = await change(tx, CompanyTable, key, (current) =>
        atVersion(current, version).patched(patch),
      );
      if (company.version === version) return company;
      await publish(tx, CompanyChanged, messageOf(company));
      await this.keepDailyRun(tx, company);
      return company;
    });
  }

  /** Says to every service again what the companies of the organization are. */
  async restateAll(tx: EntityManager, { organizationId }: Scope, to?: ServiceName): Promise<number> {
    const companies = await tx.findBy(CompanyTable, { organizationId });
    for (const company of companies) await restate(tx, CompanyChanged, messageOf(company), to);
    return companies.length;
  }

  /** At night where the company is; one that is closed has no daily work. */
  private async keepDailyRun(tx: EntityManager, { id, timeZone, isActive }: Company): Promise<void> {
    const recurrence = { every: 'day', at: '02:00' } as const;
    const plan = { recurrence, timeZone, isActive, companyId: id, from: this.clock.now() };
    await keepSchedule(tx, OpenDailyRun, plan);
  }
}

function messageOf(company: Company): PayloadIn<typeof CompanyCreated> {
  const { id, version, name, currency, timeZone, financialYearStartMonth, isActive, kind } = company;
  const { legalName, pan, tan, gstins, numberSeries, preferences } = company;
  return {
    ...{ id, revision: version, name, currency, timeZone, financialYearStartMonth, isActive, kind },
    ...{ gstins: [...gstins], numberSeries },
    ...(legalName !== null && { legalName }),
    ...(pan !== null && { pan }),
    ...(tan !== null && { tan }),
    ...(preferences.language !== undefined && { language: preferences.language }),
  };
}
