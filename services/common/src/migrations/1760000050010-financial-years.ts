import { tenantTable } from '@dhanman/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class FinancialYears1760000050010 implements MigrationInterface {
  readonly name = 'FinancialYears1760000050010';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(tables);
    await tenantTable(queryRunner, 'financial_year');
    await tenantTable(queryRunner, 'accounting_period');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const tables = `
  create table financial_year (
    organization_id uuid not null,
    id uuid not null,
    company_id uuid not null,
    label text not null,
    code text not null,
    starts_on date not null,
    ends_on date not null,
    state text not null constraint financial_year_state check (state in ('open', 'closed', 'audited')),
    closing_entry_id uuid,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    primary key (organization_id, id),
    foreign key (organization_id, company_id) references company (organization_id, id),
    constraint financial_year_key unique (organization_id, company_id, starts_on),
    constraint financial_year_has_days check (starts_on < ends_on)
  );
  create table accounting_period (
    organization_id uuid not null,
    id uuid not null,
    company_id uuid not null,
    financial_year_id uuid not null,
    starts_on date not null,
    ends_on date not null,
    state text not null constraint accounting_period_state check (state in ('open', 'locked')),
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    primary key (organization_id, id),
    foreign key (organization_id, company_id) references company (organization_id, id),
    foreign key (organization_id, financial_year_id) references financial_year (organization_id, id),
    constraint accounting_period_key unique (organization_id, company_id, starts_on)
  );`;
