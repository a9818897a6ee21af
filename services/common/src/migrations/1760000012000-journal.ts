import { tenantTable } from '@dhanman/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Journal1760000012000 implements MigrationInterface {
  readonly name = 'Journal1760000012000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(tables);
    await queryRunner.query(guards);
    await tenantTable(queryRunner, 'journal_entry');
    await tenantTable(queryRunner, 'journal_line');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const tables = `
  create table journal_entry (
    organization_id uuid not null,
    id uuid not null,
    company_id uuid not null,
    entered_on date not null,
    currency text not null,
    narration text not null,
    source_service text not null,
    source_document text not null,
    source_id uuid not null,
    source_purpose text not null,
    source_version integer not null,
    posted_at timestamptz not null default now(),
    primary key (organization_id, id),
    foreign key (organization_id, company_id) references company (organization_id, id),
    constraint journal_entry_per_source_key
      unique (organization_id, source_service, source_document, source_id, source_purpose, source_version)
  );
  create table journal_line (
    organization_id uuid not null,
    entry_id uuid not null,
    company_id uuid not null,
    number integer not null,
    account text not null,
    side text not null constraint journal_line_side check (side in ('debit', 'credit')),
    amount numeric(20, 4) not null constraint journal_line_amount_above_zero check (amount > 0),
    narration text,
    primary key (organization_id, entry_id, number),
    foreign key (organization_id, entry_id) references journal_entry (organization_id, id)
  );`;

// What must hold whatever the code does: nothing posted changes, no line joins an entry later, and at commit every entry
// balances. `posted_at` is the time of the entry's transaction, so a line of another transaction is found out.
const guards = `
  create function journal_is_append_only() returns trigger language plpgsql as $$
  begin
    raise exception 'the journal is append-only' using errcode = 'DH002';
  end $$;
  create trigger journal_entry_append_only before update or delete on journal_entry
    for each row execute function journal_is_append_only();
  create trigger journal_line_append_only before update or delete on journal_line
    for each row execute function journal_is_append_only();
  create function journal_line_with_its_entry() returns trigger language plpgsql as $$
  begin
    if not exists (select from journal_entry
      where organization_id = new.organization_id and id = new.entry_id and posted_at = now())
    then
      raise exception 'entry % is posted already', new.entry_id using errcode = 'DH002';
    end if;
    return new;
  end $$;
  create trigger journal_line_with_its_entry before insert on journal_line
    for each row execute function journal_line_with_its_entry();
  create function journal_entry_balances() returns trigger language plpgsql as $$
  begin
    if not coalesce((
      select sum(amount) filter (where side = 'debit') = sum(amount) filter (where side = 'credit')
      from journal_line where organization_id = new.organization_id and entry_id = new.id), false)
    then
      raise exception 'journal entry % does not balance', new.id using errcode = 'DH003';
    end if;
    return null;
  end $$;
  create constraint trigger journal_entry_balances after insert on journal_entry
    deferrable initially deferred for each row execute function journal_entry_balances();`;
