import { appendOnlyTable } from '@dhanman/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Posting1760000050030 implements MigrationInterface {
  readonly name = 'Posting1760000050030';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(columns);
    await queryRunner.query(booksChanged);
    await queryRunner.query(headOfEach);
    await queryRunner.query(linesAdded);
    for (const name of [
      'journal_entry',
      'journal_line',
      'journal_reversal',
      'posting_refusal',
      'ledger_head_day',
    ])
      await appendOnlyTable(queryRunner, name);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

// The closing entry of a year moves its result into equity. It is kept apart, so that the result can still be told.
// Lines refer to accounts without a foreign key: each would lock the account's row for every line of every company. The
// trigger below looks instead, and an account is never deleted.
const columns = `
  alter table account_day add column is_closing boolean not null default false,
    drop constraint account_day_key,
    add constraint account_day_key unique nulls not distinct
      (organization_id, company_id, entered_on, account_id, recorded_on, branch_id, is_closing);
  alter table account_month add column is_closing boolean not null default false,
    drop constraint account_month_key,
    add constraint account_month_key primary key (organization_id, company_id, month, account_id, is_closing);
  alter table journal_entry add column posted_in xid8 not null default pg_current_xact_id();
  alter table journal_line drop constraint journal_line_organization_id_account_id_fkey;
  drop trigger journal_entry_append_only on journal_entry;
  drop trigger journal_line_append_only on journal_line;
  drop trigger journal_line_with_its_entry on journal_line;
  drop function journal_is_append_only();
  drop function journal_line_with_its_entry();
  create function account_stays() returns trigger language plpgsql as $$
  begin
    raise exception 'an account is never deleted' using errcode = 'DH002';
  end $$;
  create trigger account_stays before delete or truncate on account
    for each statement execute function account_stays();`;

// Whatever decides about postings moves the revision of the company's head. Postings hold that row, so that they and
// the change take turns, and a process knows by the revision whether what it remembers still holds. A sequence never
// repeats a number, not even of a transaction that was undone.
const booksChanged = `
  create sequence books_revision;
  create function touch_books(organization uuid, company uuid) returns void language plpgsql as $$
  declare
    named text := coalesce(current_setting('app.company_id', true), '');
  begin
    -- The chart is that of all companies: a transaction that named one of them must reach the others too.
    perform set_config('app.company_id', '', true);
    perform from ledger_head where organization_id = organization and (company is null or company_id = company)
      order by company_id for update;
    update ledger_head set books_revision = nextval('books_revision'),
      recorded_at = greatest(clock_timestamp(), recorded_at + interval '1 microsecond')
    where organization_id = organization and (company is null or company_id = company);
    perform set_config('app.company_id', named, true);
  end $$;
  create function company_books_changed() returns trigger language plpgsql as $$
  begin
    perform touch_books(new.organization_id, new.company_id);
    return null;
  end $$;
  create function company_changed() returns trigger language plpgsql as $$
  begin
    perform touch_books(new.organization_id, new.id);
    return null;
  end $$;
  create function chart_changed() returns trigger language plpgsql as $$
  begin
    perform touch_books(organization_id, null) from (select distinct organization_id from changed) as touched;
    return null;
  end $$;
  create trigger books_changed after update on company for each row execute function company_changed();
  create trigger books_changed after insert or update on branch
    for each row execute function company_books_changed();
  create trigger books_changed after insert or update on financial_year
    for each row execute function company_books_changed();
  create trigger books_changed after insert or update on accounting_period
    for each row execute function company_books_changed();
  create trigger books_changed_by_new after insert on account referencing new table as changed
    for each statement execute function chart_changed();
  create trigger books_changed after update on account referencing new table as changed
    for each statement execute function chart_changed();`;

const headOfEach = `
  create function begin_books() returns trigger language plpgsql as $$
  begin
    insert into ledger_head (organization_id, company_id) values (new.organization_id, new.id) on conflict do nothing;
    return null;
  end $$;
  create trigger begin_books after insert on company for each row execute function begin_books();
  alter table company no force row level security;
  alter table ledger_head no force row level security;
  insert into ledger_head (organization_id, company_id) select organization_id, id from company;
  alter table ledger_head force row level security;
  alter table company force row level security;`;

// What holds whatever the code does: lines come with their entry or not at all, stand on an account of the same
// organization, and are in the balances from the same moment on.
const linesAdded = `
  create function journal_lines_added() returns trigger language plpgsql as $$
  begin
    if exists (
      select from added left join journal_entry entry
        on entry.organization_id = added.organization_id and entry.id = added.entry_id
      where entry.posted_in is distinct from pg_current_xact_id() or entry.company_id <> added.company_id
        or entry.sequence <> added.sequence or entry.entered_on <> added.entered_on)
    then
      raise exception 'lines are posted with their entry or not at all' using errcode = 'DH002';
    end if;
    if exists (
      select from added where not exists (
        select from account where organization_id = added.organization_id and id = added.account_id))
    then
      raise exception 'a line stands on an account that is not in the chart' using errcode = 'DH004';
    end if;
    insert into account_day as day (organization_id, company_id, account_id, branch_id, entered_on, recorded_on,
      is_closing, debit, credit)
    select added.organization_id, added.company_id, account_id, branch_id, added.entered_on,
      (posted_at at time zone 'UTC')::date, kind = 'closing',
      coalesce(sum(amount) filter (where side = 'debit'), 0), coalesce(sum(amount) filter (where side = 'credit'), 0)
    from added join journal_entry entry on entry.organization_id = added.organization_id and entry.id = entry_id
    group by 1, 2, 3, 4, 5, 6, 7 order by 1, 2, 3, 4, 5, 6, 7
    on conflict on constraint account_day_key do update
      set debit = day.debit + excluded.debit, credit = day.credit + excluded.credit;
    insert into account_month as month (organization_id, company_id, account_id, month, is_closing, debit, credit)
    select added.organization_id, added.company_id, account_id, date_trunc('month', added.entered_on)::date,
      kind = 'closing',
      coalesce(sum(amount) filter (where side = 'debit'), 0), coalesce(sum(amount) filter (where side = 'credit'), 0)
    from added join journal_entry entry on entry.organization_id = added.organization_id and entry.id = entry_id
    group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5
    on conflict on constraint account_month_key do update
      set debit = month.debit + excluded.debit, credit = month.credit + excluded.credit;
    insert into party_day as day (organization_id, company_id, party_kind, party_id, account_id, entered_on, recorded_on,
      debit, credit)
    select added.organization_id, added.company_id, party_kind, party_id, account_id, added.entered_on,
      (posted_at at time zone 'UTC')::date,
      coalesce(sum(amount) filter (where side = 'debit'), 0), coalesce(sum(amount) filter (where side = 'credit'), 0)
    from added join journal_entry entry on entry.organization_id = added.organization_id and entry.id = entry_id
    where party_id is not null group by 1, 2, 3, 4, 5, 6, 7 order by 1, 2, 3, 4, 5, 6, 7
    on conflict on constraint party_day_key do update
      set debit = day.debit + excluded.debit, credit = day.credit + excluded.credit;
    return null;
  end $$;
  create trigger journal_lines_added after insert on journal_line referencing new table as added
    for each statement execute function journal_lines_added();`;
