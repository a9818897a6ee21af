import { tenantTable } from '@dhanman/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class InvoiceMails1760000306000 implements MigrationInterface {
  readonly name = 'InvoiceMails1760000306000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(mails);
    await tenantTable(queryRunner, 'invoice_mail');
    await queryRunner.query(kept);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const mails = `
  create table invoice_mail (
    organization_id uuid not null,
    id uuid not null,
    company_id uuid not null,
    invoice_id uuid not null,
    recipients jsonb not null,
    language text not null,
    subject text not null,
    text text not null,
    state text not null constraint invoice_mail_state
      check (state in ('waiting', 'sending', 'sent', 'refused', 'unknown')),
    reason text,
    asked_by text not null,
    begun_at timestamptz,
    ended_at timestamptz,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    primary key (organization_id, id),
    constraint invoice_mail_invoice_fkey foreign key (organization_id, invoice_id)
      references invoice (organization_id, id)
  );
  create index invoice_mail_invoice on invoice_mail (organization_id, invoice_id, created_at desc)`;

/** Where no server for mails is named, they are looked at here. */
const kept = `
  create table kept_mail (
    id text primary key,
    recipient text not null,
    subject text not null,
    text text not null,
    files jsonb not null default '[]',
    sent_at timestamptz not null default clock_timestamp()
  )`;
