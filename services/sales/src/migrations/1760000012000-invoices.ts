import { tenantTable } from '@dhanman/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Invoices1760000012000 implements MigrationInterface {
  readonly name = 'Invoices1760000012000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table customer add constraint customer_in_company_key unique (organization_id, company_id, id);
      create table invoice (
        organization_id uuid not null,
        id uuid not null,
        company_id uuid not null,
        customer_id uuid not null,
        description text not null,
        currency text not null,
        total numeric(18, 2) not null constraint invoice_total_above_zero check (total > 0),
        state text not null constraint invoice_state check (state in ('draft', 'issued', 'posted', 'rejected')),
        number text,
        issued_on date,
        posting_version integer not null,
        entry_id uuid,
        rejection_code text,
        rejection_reason text,
        version integer not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        primary key (organization_id, id),
        constraint invoice_number_per_company_key unique (organization_id, company_id, number),
        constraint invoice_numbered_unless_draft check ((state = 'draft') = (number is null)),
        constraint invoice_customer_fkey foreign key (organization_id, company_id, customer_id)
          references customer (organization_id, company_id, id)
      );
      create table invoice_series (
        organization_id uuid not null,
        company_id uuid not null,
        financial_year text not null,
        last integer not null,
        last_on date not null,
        primary key (organization_id, company_id, financial_year)
      )`);
    await tenantTable(queryRunner, 'invoice');
    await tenantTable(queryRunner, 'invoice_series');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
