import {
  CompanyChanged,
  CompanyCreated,
  type CreateCompany,
  type PatchCompany,
  type PayloadIn,
} from '@dhanman/contracts';
import { newId } from '@dhanman/kernel';
import { publish } from '@dhanman/messaging';
import { type Actor, add, atVersion, change, Database } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import { Company, type CompanyId } from './company.js';
import { CompanyTable } from './company.table.js';

@Injectable()
export class CompaniesService {
  constructor(private readonly db: Database) {}

  async create(actor: Actor, details: CreateCompany): Promise<Company> {
    const identity = { organizationId: actor.organizationId, id: newId<'Company'>() };
    const created = Company.create(identity, details);
    return this.db.transaction(actor, async (tx) => {
      const company = await add(tx, CompanyTable, created);
      await publish(tx, CompanyCreated, messageOf(company));
      return company;
    });
  }

  /** Changes what the caller saw as `version`, and tells every service that keeps a copy. */
  async patch(actor: Actor, id: CompanyId, version: number, patch: PatchCompany): Promise<Company> {
    const key = { organizationId: actor.organizationId, id };
    return this.db.transaction(actor, async (tx) => {
      const company = await change(tx, CompanyTable, key, (current) =>
        atVersion(current, version).patched(patch),
      );
      if (company.version !== version) await publish(tx, CompanyChanged, messageOf(company));
      return company;
    });
  }
}

function messageOf(company: Company): PayloadIn<typeof CompanyCreated> {
  const { id, version, name, currency, timeZone, financialYearStartMonth, isActive } = company;
  return { id, revision: version, name, currency, timeZone, financialYearStartMonth, isActive };
}
