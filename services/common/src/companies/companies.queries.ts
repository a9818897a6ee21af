import type { CompanyDto, CompanyPage, ListCompanies } from '@dhanman/contracts';
import { type Actor, Database, Keyset, NotFound, type Sorts } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { Company, CompanyId } from './company.js';
import { CompanyTable } from './company.table.js';

const sorts: Sorts<'name' | 'createdAt'> = {
  name: { sql: 'lower(name)', type: 'text' },
  createdAt: { sql: 'created_at', type: 'timestamptz' },
};

type CompanyRow = Company & { readonly sortedBy: string };

@Injectable()
export class CompaniesQueries {
  constructor(private readonly db: Database) {}

  async get(actor: Actor, id: CompanyId): Promise<CompanyDto> {
    const key = { organizationId: actor.organizationId, id };
    const company = await this.db.read(actor, (tx) => tx.findOneBy(CompanyTable, key));
    if (!company) throw new NotFound('company');
    return toDto(company);
  }

  /** The companies of the organization in which the actor may work. */
  async list(actor: Actor, query: ListCompanies): Promise<CompanyPage> {
    const keyset = new Keyset(sorts, 'name', query);
    const values: unknown[] = [];
    const place = (value: unknown): string => `$${values.push(value)}`;
    const sql = `
      select id, name, kind, legal_name as "legalName", pan, tan, gstins, currency, time_zone as "timeZone",
        financial_year_start_month as "financialYearStartMonth", number_series as "numberSeries", preferences,
        second_approval_above as "secondApprovalAbove",
        author_may_approve as "authorMayApprove", is_active as "isActive", version, created_at as "createdAt",
        updated_at as "updatedAt", ${keyset.select}
      from company
      where organization_id = ${place(actor.organizationId)} and id = any(${place([...actor.companyIds])}::uuid[])
        and ${keyset.where(place)}
      ${keyset.orderAndLimit}`;
    return this.db.read(actor, async (tx) => keyset.page(await tx.query<CompanyRow[]>(sql, values), toDto));
  }
}

export function toDto(company: Company): CompanyDto {
  const { id, name, kind, legalName, pan, tan, currency, timeZone, financialYearStartMonth } = company;
  const { numberSeries, preferences, secondApprovalAbove, authorMayApprove, isActive } = company;
  const { version, createdAt, updatedAt } = company;
  return {
    ...{ id, name, kind, legalName, pan, tan, currency, timeZone, financialYearStartMonth },
    ...{ numberSeries, preferences, secondApprovalAbove, authorMayApprove, isActive, version },
    gstins: company.gstins.map((gstin) => ({ gstin, stateCode: gstin.slice(0, 2) })),
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}
