import type { CompanyKind } from '@dhanman/contracts';
import { FinancialYear, newId, PlainDate } from '@dhanman/kernel';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Account, normalSideOf } from '../chart/account.js';
import { classOf, templateFor } from '../chart/chart-template.js';

/** Companies from before the chart get one, their years, and a chain through the entries they have. */
export class BooksOfExistingCompanies1760000050040 implements MigrationInterface {
  readonly name = 'BooksOfExistingCompanies1760000050040';

  async up(queryRunner: QueryRunner): Promise<void> {
    await walls(queryRunner, 'no force');
    const companies = (await queryRunner.query(existing)) as readonly Known[];
    const byOrganization = Map.groupBy(companies, ({ organization }) => organization);
    for (const [organization, [first]] of byOrganization)
      await chart(queryRunner, organization, first?.kind ?? 'business');
    await unknownAccounts(queryRunner);
    for (const company of companies) await years(queryRunner, company);
    await queryRunner.query(journal);
    await queryRunner.query(balances);
    await walls(queryRunner, 'force');
    await queryRunner.query(required);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

interface Known {
  readonly organization: string;
  readonly id: string;
  readonly kind: CompanyKind;
  readonly startMonth: number;
  readonly firstOn: string;
  readonly today: string;
}

const existing = `
  select organization_id as organization, id, kind, financial_year_start_month as "startMonth",
    (now() at time zone time_zone)::date::text as today,
    (select coalesce(min(entered_on), (now() at time zone time_zone)::date - interval '1 year')::date::text
     from journal_entry entry where entry.company_id = company.id) as "firstOn"
  from company order by organization_id, created_at, id`;

const touched = [
  ...['company', 'account', 'account_history', 'financial_year', 'accounting_period', 'ledger_head'],
  ...['journal_entry', 'journal_line', 'account_day', 'account_month', 'party_day'],
];

async function walls(queryRunner: QueryRunner, verb: 'force' | 'no force'): Promise<void> {
  for (const table of touched) await queryRunner.query(`alter table ${table} ${verb} row level security`);
}

async function chart(queryRunner: QueryRunner, organization: string, kind: CompanyKind): Promise<void> {
  const ids = new Map<string, string>();
  for (const row of templateFor(kind)) {
    const [code, parent] = row;
    const identity = { organizationId: organization, id: newId(), parentId: ids.get(parent) ?? null };
    const account = Account.fromTemplate(identity as Parameters<typeof Account.fromTemplate>[0], row);
    ids.set(code, account.id);
    await queryRunner.query(
      `insert into account (organization_id, id, parent_id, code, name, class, normal_side, role, party_kind,
         cash_flow, is_postable) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        ...[
          organization,
          account.id,
          account.parentId,
          code,
          account.name,
          account.class,
          account.normalSide,
        ],
        ...[account.role, account.partyKind, account.cashFlow, account.isPostable],
      ],
    );
  }
}

/** From the year of the first entry, or the one before this, to the present one. */
async function years(queryRunner: QueryRunner, company: Known): Promise<void> {
  const last = FinancialYear.containing(PlainDate.parse(company.today), company.startMonth);
  let year = FinancialYear.containing(PlainDate.parse(company.firstOn), company.startMonth);
  for (; year.startYear <= last.startYear; year = year.next()) {
    const id = newId();
    const of = [company.organization, company.id];
    await queryRunner.query(
      `insert into financial_year (organization_id, company_id, id, label, code, starts_on, ends_on, state)
       values ($1, $2, $3, $4, $5, $6, $7, 'open')`,
      [...of, id, year.label, year.code, year.start.toString(), year.end.toString()],
    );
    for (const { start, end } of year.months())
      await queryRunner.query(
        `insert into accounting_period (organization_id, company_id, id, financial_year_id, starts_on, ends_on, state)
         values ($1, $2, $3, $4, $5, $6, 'open')`,
        [...of, newId(), id, start.toString(), end.toString()],
      );
  }
}

/** What was posted to without a chart keeps its number. */
async function unknownAccounts(queryRunner: QueryRunner): Promise<void> {
  const found = (await queryRunner.query(
    `select distinct organization_id as organization, account as code from journal_line line where not exists (
       select from account where account.organization_id = line.organization_id and code = line.account)`,
  )) as readonly { organization: string; code: string }[];
  for (const { organization, code } of found) {
    const ofClass = classOf(code) ?? 'expense';
    await queryRunner.query(
      `insert into account (organization_id, id, code, name, class, normal_side, is_postable)
       values ($1, $2, $3, $4, $5, $6, true)`,
      [organization, newId(), code, `Account ${code}`, ofClass, normalSideOf(ofClass)],
    );
  }
}

// The hash is that of canonical-entry.ts, as it was when this was written.
const journal = `
  alter table journal_entry disable trigger user;
  alter table journal_line disable trigger user;
  update journal_entry entry set sequence = placed.sequence, financial_year = placed.code,
    number = 'JV/' || placed.code || '/' || lpad(placed.place::text, 6, '0')
  from (
    select entry.organization_id, entry.id, code,
      row_number() over (partition by entry.organization_id, entry.company_id order by posted_at, entry.id) as sequence,
      row_number() over (partition by entry.organization_id, entry.company_id, code order by posted_at, entry.id) as place
    from journal_entry entry join financial_year year on year.organization_id = entry.organization_id
      and year.company_id = entry.company_id and entered_on between starts_on and ends_on) as placed
  where placed.organization_id = entry.organization_id and placed.id = entry.id;
  update journal_line line set account_id = account.id, entered_on = entry.entered_on, sequence = entry.sequence
  from journal_entry entry, account
  where entry.organization_id = line.organization_id and entry.id = line.entry_id
    and account.organization_id = line.organization_id and account.code = line.account;
  do $$
  declare
    one record;
    before bytea;
  begin
    for one in select * from journal_entry order by organization_id, company_id, sequence loop
      select hash into before from ledger_head
      where organization_id = one.organization_id and company_id = one.company_id;
      update journal_entry set previous_hash = before, hash = sha256(before || convert_to(json_build_array('1',
        organization_id, company_id, id, sequence::text, number,
        to_char(posted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), entered_on, financial_year, kind,
        currency, narration, source_service, source_document, source_id, source_purpose, source_version::text,
        posted_by, encode(request_hash, 'hex'), (
          select json_agg(json_build_array(line.number::text, account_id, account, side, amount::text, line.narration,
            party_kind, party_id, branch_id, cost_centre, rule, inputs::text) order by line.number)
          from journal_line line
          where line.organization_id = one.organization_id and line.entry_id = one.id))::text, 'UTF8'))
      where organization_id = one.organization_id and id = one.id returning hash into before;
      update ledger_head set sequence = one.sequence, hash = before, recorded_at = one.posted_at,
        numbers = numbers || jsonb_build_object(one.financial_year, split_part(one.number, '/', 3)::int)
      where organization_id = one.organization_id and company_id = one.company_id;
    end loop;
  end $$;
  alter table journal_entry enable trigger user;
  alter table journal_line enable trigger user;`;

const balances = `
  insert into account_day (organization_id, company_id, account_id, entered_on, recorded_on, debit, credit)
  select line.organization_id, line.company_id, account_id, line.entered_on, (posted_at at time zone 'UTC')::date,
    coalesce(sum(amount) filter (where side = 'debit'), 0), coalesce(sum(amount) filter (where side = 'credit'), 0)
  from journal_line line join journal_entry entry on entry.organization_id = line.organization_id and entry.id = entry_id
  group by 1, 2, 3, 4, 5;
  insert into account_month (organization_id, company_id, account_id, month, debit, credit)
  select organization_id, company_id, account_id, date_trunc('month', entered_on)::date, sum(debit), sum(credit)
  from account_day group by 1, 2, 3, 4;`;

const required = `
  alter table journal_entry alter column number set not null, alter column sequence set not null,
    alter column financial_year set not null, alter column previous_hash set not null, alter column hash set not null;
  alter table journal_line alter column account_id set not null, alter column entered_on set not null,
    alter column sequence set not null;`;
