import { tenantTable } from '@dhanman/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files that prove journals: never replaced, and removed only while the journal is a draft. */
export class JournalAttachments1760000251000 implements MigrationInterface {
  readonly name = 'JournalAttachments1760000251000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(attachments);
    await tenantTable(queryRunner, 'journal_attachment');
    await queryRunner.query(kept);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const attachments = `
  create table journal_attachment (
    organization_id uuid not null,
    id uuid not null,
    company_id uuid not null,
    journal_id uuid not null,
    name text not null,
    type text not null constraint journal_attachment_type
      check (type in ('application/pdf', 'image/jpeg', 'image/png', 'image/webp')),
    kept_as text not null,
    sha256 text not null,
    bytes integer not null constraint journal_attachment_not_empty check (bytes > 0),
    is_addition boolean not null,
    attached_by text not null,
    removed_by text,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    primary key (organization_id, id),
    foreign key (organization_id, company_id) references company (organization_id, id),
    foreign key (organization_id, journal_id) references manual_journal (organization_id, id)
  );
  create unique index journal_attachment_once on journal_attachment (organization_id, journal_id, sha256)
    where removed_by is null;`;

// The lock on the journal makes a removal and a submission take turns.
const kept = `
  create function keep_journal_attachment() returns trigger language plpgsql as $$
  declare journal_state text;
  begin
    if tg_op = 'DELETE' then
      raise exception 'a file of a journal is never deleted' using errcode = 'DH002';
    end if;
    if old.removed_by is not null or
       (to_jsonb(new) - array['removed_by', 'version', 'updated_at']) is distinct from
       (to_jsonb(old) - array['removed_by', 'version', 'updated_at']) then
      raise exception 'a file of a journal is never replaced' using errcode = 'DH002';
    end if;
    select state into journal_state from manual_journal
    where organization_id = new.organization_id and id = new.journal_id for no key update;
    if journal_state is distinct from 'draft' then
      raise exception 'a file is removed from a draft only' using errcode = 'DH002';
    end if;
    return new;
  end $$;
  create trigger keep_attachment before update or delete on journal_attachment
    for each row execute function keep_journal_attachment();`;
