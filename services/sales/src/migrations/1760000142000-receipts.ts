import { tenantTable } from '@dhanman/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Receipts1760000142000 implements MigrationInterface {
  readonly name = 'Receipts1760000142000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(series);
    await queryRunner.query(receipts);
    await tenantTable(queryRunner, 'receipt');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

/** The numbers of all documents come from one table. */
const series = `
  alter table invoice_series rename to document_series;
  alter table document_series add column document text not null default 'sales-invoice',
    drop constraint invoice_series_pkey,
    add primary key (organization_id, company_id, document, financial_year)`;

const receipts = `
  create table receipt (
    organization_id uuid not null,
    id uuid not null,
    company_id uuid not null,
    customer_id uuid not null,
    number text not null,
    dated_on date not null,
    mode text not null constraint receipt_mode check (mode in ('cash', 'bank', 'cheque', 'upi')),
    account text,
    reference text,
    notes text,
    currency text not null,
    amount numeric(18, 2) not null constraint receipt_amount_above_zero check (amount > 0),
    tds numeric(18, 2) not null constraint receipt_tds_not_negative check (tds >= 0),
    undone text constraint receipt_undone check (undone in ('bounced', 'reversed', 'withdrawn')),
    undone_on date,
    undone_reason text,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    primary key (organization_id, id),
    constraint receipt_number_per_company_key unique (organization_id, company_id, number),
    constraint receipt_customer_fkey foreign key (organization_id, company_id, customer_id)
      references customer (organization_id, company_id, id)
  );
  create index receipt_by_date on receipt (organization_id, company_id, dated_on, id);
  create index receipt_by_customer on receipt (organization_id, customer_id, dated_on);
  create index receipt_by_reference on receipt (organization_id, company_id, reference) where reference is not null`;
