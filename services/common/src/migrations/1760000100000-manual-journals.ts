import { tenantTable } from '@dhanman/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Entries that people write, from the draft to the approval that posts them. */
export class ManualJournals1760000100000 implements MigrationInterface {
  readonly name = 'ManualJournals1760000100000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table company add column second_approval_above numeric
        constraint company_second_approval_above_not_negative check (second_approval_above >= 0);
      create table manual_journal (
        organization_id uuid not null,
        id uuid not null,
        company_id uuid not null,
        dated_on date not null,
        narration text not null,
        reverse_on date constraint manual_journal_reversed_later check (reverse_on > dated_on),
        currency text not null,
        total numeric not null,
        lines jsonb not null,
        state text not null constraint manual_journal_state
          check (state in ('draft', 'submitted', 'posted', 'discarded')),
        written_by jsonb not null,
        approvals jsonb not null,
        approvals_needed smallint,
        returned jsonb,
        entry_id uuid,
        version integer not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        primary key (organization_id, id),
        foreign key (organization_id, company_id) references company (organization_id, id),
        foreign key (organization_id, entry_id) references journal_entry (organization_id, id),
        constraint manual_journal_posted_with_entry check ((state = 'posted') = (entry_id is not null)),
        constraint manual_journal_posted_when_approved
          check (state <> 'posted' or jsonb_array_length(approvals) >= approvals_needed)
      );
      create index manual_journal_by_date on manual_journal (organization_id, company_id, dated_on, id)`);
    await tenantTable(queryRunner, 'manual_journal');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
