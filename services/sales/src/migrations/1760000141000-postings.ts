import { tenantTable } from '@dhanman/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Postings1760000141000 implements MigrationInterface {
  readonly name = 'Postings1760000141000';

  /** The request is `json`, not `jsonb`: the ledger knows a request that is sent again by its text. */
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table posting (
        organization_id uuid not null,
        id uuid not null,
        company_id uuid not null,
        document text not null,
        document_id uuid not null,
        credit_id uuid,
        purpose text not null,
        posting_version integer not null,
        dated_on date not null,
        amount numeric(18, 2) not null,
        request json not null,
        state text not null constraint posting_state check (
          state in ('asked', 'posted', 'rejected', 'reversing', 'reversed', 'withdrawn')),
        entry_id uuid,
        reversal_id uuid,
        reversal_on date,
        reversal_reason text,
        reversal_entry_id uuid,
        rejection_code text,
        rejection_reason text,
        version integer not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        primary key (organization_id, id),
        constraint posting_once_per_purpose_key unique (organization_id, document, document_id, purpose)
      );
      create index posting_by_credit on posting (organization_id, credit_id, created_at);
      create index posting_unanswered on posting (organization_id, updated_at) where state in ('asked', 'reversing')`);
    await tenantTable(queryRunner, 'posting');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
