import { tenantTable } from '@dhanman/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Approvals1760000150000 implements MigrationInterface {
  readonly name = 'Approvals1760000150000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(settings);
    await tenantTable(queryRunner, 'approval_setting');
    await queryRunner.query(invoices);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const settings = `
  create table approval_setting (
    organization_id uuid not null,
    id uuid not null,
    company_id uuid not null,
    levels smallint not null constraint approval_setting_levels check (levels between 0 and 2),
    second_above numeric(18, 2),
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    primary key (organization_id, id)
  );
  alter table tax_setting add column state_code text`;

/** With defaults, so that the version before this one can still write invoices while both run. */
const invoices = `
  alter table invoice drop constraint invoice_state, drop constraint invoice_numbered_unless_draft,
    add constraint invoice_state check (
      state in ('draft', 'submitted', 'approved', 'discarded', 'issued', 'posted', 'rejected')),
    add constraint invoice_numbered_when_issued check (
      (state in ('issued', 'posted', 'rejected')) = (number is not null)),
    add column written_by jsonb not null default '[]',
    add column approvals jsonb not null default '[]',
    add column approvals_needed smallint,
    add column returned jsonb`;
