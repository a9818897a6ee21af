import { tenantTable } from '@dhanman/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One run bills many; a customer has one bill of a run, however often it is gone on with. */
export class InvoiceRuns1760000233200 implements MigrationInterface {
  readonly name = 'InvoiceRuns1760000233200';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(tables);
    await tenantTable(queryRunner, 'invoice_run');
    await tenantTable(queryRunner, 'invoice_run_bill');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const tables = `
  create table invoice_run (
    organization_id uuid not null,
    id uuid not null,
    company_id uuid not null,
    name text not null,
    makes text not null constraint invoice_run_makes check (makes in ('draft', 'issued')),
    content jsonb not null,
    dated_on date not null,
    due_on date,
    notes text,
    state text not null constraint invoice_run_state check (state in ('running', 'finished', 'cancelled')),
    started_by text not null,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    primary key (organization_id, id),
    constraint invoice_run_name_key unique (organization_id, company_id, name),
    foreign key (organization_id, company_id) references company (organization_id, id)
  );
  create index invoice_run_latest on invoice_run (organization_id, company_id, created_at desc);
  create table invoice_run_bill (
    organization_id uuid not null,
    run_id uuid not null,
    company_id uuid not null,
    customer_id uuid not null,
    place integer not null,
    state text not null constraint invoice_run_bill_state check (state in ('waiting', 'made', 'failed')),
    invoice_id uuid,
    failure_code text,
    failure_reason text,
    primary key (organization_id, run_id, customer_id),
    constraint invoice_run_bill_invoice_once_key unique (organization_id, invoice_id),
    constraint invoice_run_bill_outcome check (case state when 'made' then invoice_id is not null
      when 'failed' then invoice_id is null and failure_code is not null and failure_reason is not null
      else invoice_id is null end),
    foreign key (organization_id, run_id) references invoice_run (organization_id, id),
    foreign key (organization_id, company_id, customer_id) references customer (organization_id, company_id, id),
    foreign key (organization_id, invoice_id) references invoice (organization_id, id)
  );
  create index invoice_run_bill_by_place on invoice_run_bill (organization_id, run_id, state, place);`;
