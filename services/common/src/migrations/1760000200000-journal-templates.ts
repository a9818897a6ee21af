import { tenantTable } from '@dhanman/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Templates of journals, some of which recur: each date of one has one journal, whoever makes it. */
export class JournalTemplates1760000200000 implements MigrationInterface {
  readonly name = 'JournalTemplates1760000200000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table journal_template (
        organization_id uuid not null,
        id uuid not null,
        company_id uuid not null,
        name text not null,
        narration text not null,
        currency text not null,
        lines jsonb not null,
        total numeric not null,
        recurrence jsonb,
        state text not null constraint journal_template_state
          check (state in ('draft', 'active', 'paused', 'finished', 'discarded')),
        written_by jsonb not null,
        approvals jsonb not null,
        next_place integer not null constraint journal_template_next_place_not_negative check (next_place >= 0),
        version integer not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        primary key (organization_id, id),
        foreign key (organization_id, company_id) references company (organization_id, id),
        constraint journal_template_begun_when_approved
          check (state in ('draft', 'discarded') or recurrence is not null and jsonb_array_length(approvals) > 0)
      );
      create index journal_template_by_name on journal_template (organization_id, company_id, name, id);
      alter table manual_journal
        add column template_id uuid,
        add column template_on date,
        add constraint manual_journal_of_date check (template_on is null or template_id is not null),
        add foreign key (organization_id, template_id) references journal_template (organization_id, id);
      create unique index manual_journal_once_per_date on manual_journal (organization_id, template_id, template_on)`);
    await tenantTable(queryRunner, 'journal_template');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
