import { tenantTable } from '@dhanman/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a company reminds its customers by, and one row for each stage of an invoice, whoever comes upon it. */
export class Reminders1760000360000 implements MigrationInterface {
  readonly name = 'Reminders1760000360000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(tables);
    await tenantTable(queryRunner, 'reminder_plan');
    await tenantTable(queryRunner, 'reminder_preference');
    await tenantTable(queryRunner, 'reminder');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const tables = `
  create table reminder_plan (
    organization_id uuid not null,
    id uuid not null,
    company_id uuid not null,
    is_active boolean not null default false,
    language text not null default 'en',
    stages jsonb not null default '[]',
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    primary key (organization_id, id)
  );
  create table reminder_preference (
    organization_id uuid not null,
    id uuid not null,
    company_id uuid not null,
    is_reminded boolean not null default true,
    language text,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    primary key (organization_id, id),
    constraint reminder_preference_customer_fkey foreign key (organization_id, company_id, id)
      references customer (organization_id, company_id, id)
  );
  create table reminder (
    organization_id uuid not null,
    id uuid not null,
    company_id uuid not null,
    invoice_id uuid not null,
    stage_id uuid not null,
    days smallint not null,
    dated_on date not null,
    language text not null,
    asked_by text,
    recipient text,
    subject text,
    text text,
    state text not null constraint reminder_state
      check (state in ('waiting', 'sending', 'sent', 'refused', 'unknown', 'skipped')),
    skipped_because text,
    reason text,
    begun_at timestamptz,
    ended_at timestamptz,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    primary key (organization_id, id),
    constraint reminder_skipped check ((state = 'skipped') = (skipped_because is not null)),
    constraint reminder_begun check (begun_at is null or recipient is not null and subject is not null and text is not null),
    constraint reminder_invoice_fkey foreign key (organization_id, invoice_id)
      references invoice (organization_id, id)
  );
  create unique index reminder_stage_once_key on reminder (organization_id, invoice_id, stage_id) where asked_by is null;
  create index reminder_invoice on reminder (organization_id, invoice_id, created_at desc);
  create index reminder_latest on reminder (organization_id, company_id, created_at desc, id desc)`;
