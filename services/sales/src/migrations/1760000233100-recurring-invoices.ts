import { tenantTable } from '@dhanman/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What recurs, and what became of each of its dates: one row per date, whoever makes its invoice. */
export class RecurringInvoices1760000233100 implements MigrationInterface {
  readonly name = 'RecurringInvoices1760000233100';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(tables);
    await tenantTable(queryRunner, 'recurring_invoice');
    await tenantTable(queryRunner, 'recurring_period');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const tables = `
  create table recurring_invoice (
    organization_id uuid not null,
    id uuid not null,
    company_id uuid not null,
    customer_id uuid not null,
    name text not null,
    makes text not null constraint recurring_invoice_makes check (makes in ('draft', 'issued')),
    content jsonb not null,
    notes text,
    due_days smallint constraint recurring_invoice_due_days check (due_days >= 0),
    rhythm jsonb not null,
    price_changes jsonb not null,
    state text not null constraint recurring_invoice_state
      check (state in ('active', 'paused', 'finished', 'discarded')),
    written_by jsonb not null,
    next_place integer not null constraint recurring_invoice_next_place_not_negative check (next_place >= 0),
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    primary key (organization_id, id),
    constraint recurring_invoice_customer_fkey foreign key (organization_id, company_id, customer_id)
      references customer (organization_id, company_id, id)
  );
  create index recurring_invoice_by_name on recurring_invoice (organization_id, company_id, name, id);
  create table recurring_period (
    organization_id uuid not null,
    id uuid not null,
    company_id uuid not null,
    recurring_id uuid not null,
    period_on date not null,
    state text not null constraint recurring_period_state check (state in ('made', 'failed')),
    invoice_id uuid,
    failure_code text,
    failure_reason text,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    primary key (organization_id, id),
    constraint recurring_period_once_key unique (organization_id, recurring_id, period_on),
    constraint recurring_period_invoice_once_key unique (organization_id, invoice_id),
    constraint recurring_period_outcome check (case state when 'made' then invoice_id is not null
      else invoice_id is null and failure_code is not null and failure_reason is not null end),
    foreign key (organization_id, recurring_id) references recurring_invoice (organization_id, id),
    foreign key (organization_id, invoice_id) references invoice (organization_id, id)
  );`;
