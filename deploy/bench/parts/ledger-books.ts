// Books for the benchmark of the ledger: companies with a chart, and as many lines as are asked for, written past the
// triggers by one statement per table.
import { newId } from '@dhanman/kernel';
import { query, type Surroundings } from '@dhanman/testing';
import { covered } from '../../verify/invariants/chain.ts';

export interface BenchBooks {
  readonly organizationId: string;
  readonly companyIds: readonly string[];
}

const accounts = 100;
const years = 3;

/** An organization whose companies share a chart of a hundred accounts, with three open years up to March 2027. */
export async function openBooks({ database }: Surroundings, companies: number): Promise<BenchBooks> {
  const organizationId = newId();
  const companyIds = Array.from({ length: companies }, () => newId());
  const put = (sql: string, values: readonly unknown[]) => query(database.adminUrl, sql, values);
  await put(company, [organizationId, companyIds]);
  await put(account, [organizationId, accounts]);
  await put(year, [organizationId, companyIds, years]);
  return { organizationId, companyIds };
}

/** Four lines to an entry, evenly over three years and all accounts but one control account, which names parties. */
export async function seed(
  { database }: Surroundings,
  { organizationId, companyIds }: BenchBooks,
  lines: number,
): Promise<void> {
  const of = [organizationId, companyIds[0]];
  const unguarded = withoutTriggers(database.adminUrl);
  await query(unguarded, entries, [...of, lines / 4]);
  await query(unguarded, journalLines, [...of, accounts]);
  for (const statement of [days, months, head]) await query(unguarded, statement, of);
  for (const table of ['journal_entry', 'journal_line', 'account_day', 'account_month'])
    await query(database.adminUrl, `vacuum analyze ${table}`);
}

/** Hashes what `seed` has written, entry after entry, as if each had been posted. */
export async function link({ database }: Surroundings, companyId: string): Promise<void> {
  await query(withoutTriggers(database.adminUrl), linked(companyId));
  await query(database.adminUrl, 'vacuum analyze journal_entry');
}

/** Triggers are off for the connection: what the trigger would have kept is written by the statements after it. */
function withoutTriggers(url: string): string {
  const changed = new URL(url);
  changed.searchParams.set('options', '-c session_replication_role=replica -c work_mem=256MB');
  return changed.href;
}

const company = `
  insert into company (organization_id, id, name, currency, time_zone, financial_year_start_month, is_active)
  select $1, id, 'Company', 'INR', 'Asia/Kolkata', 4, true from unnest($2::uuid[]) as id`;

const account = `
  insert into account (organization_id, id, code, name, class, normal_side, party_kind, is_postable)
  select $1, gen_random_uuid(), (11000 + place)::text, 'Account ' || place, 'asset', 'debit',
    case place when 0 then 'customer' else 'none' end, true
  from generate_series(0, $2::int - 1) as place`;

const year = `
  insert into financial_year (organization_id, company_id, id, label, code, starts_on, ends_on, state)
  select $1, company, gen_random_uuid(), start::text, to_char(make_date(start, 1, 1), 'YY')
      || to_char(make_date(start + 1, 1, 1), 'YY'), make_date(start, 4, 1), make_date(start + 1, 3, 31), 'open'
  from unnest($2::uuid[]) as company, generate_series(2027 - $3::int, 2026) as start`;

const idOf = (prefix: string): string =>
  `(lpad(to_hex(1700000000000 + place), 12, '0') || '7${prefix}a000' || lpad(to_hex(place), 12, '0'))::uuid`;
const dayOf = `date '2024-04-01' + (place * 1095 / $3::bigint)::int`;

const entries = `
  insert into journal_entry (organization_id, company_id, id, sequence, number, financial_year, entered_on, currency,
    narration, source_service, source_document, source_id, source_purpose, source_version, posted_at, previous_hash, hash)
  select $1, $2, ${idOf('000')}, place, 'OLD/' || place, 'old', ${dayOf}, 'INR', 'Invoice', 'sales', 'invoice',
    ${idOf('001')}, 'issue', 1, (${dayOf})::timestamptz + interval '12 hours', '\\x00', '\\x00'
  from generate_series(1, $3::bigint) as place`;

const journalLines = `
  insert into journal_line (organization_id, company_id, entry_id, sequence, entered_on, number, account_id, account,
    side, amount)
  select $1, $2, entry.id, entry.sequence, entry.entered_on, nth, account.id, account.code,
    case nth when 1 then 'debit' else 'credit' end, case nth when 1 then 300 else 100 end
  from journal_entry entry
  cross join generate_series(1, 4) as nth
  join (select id, code, row_number() over (order by code) - 1 as place from account where organization_id = $1) account
    on account.place = 1 + (entry.sequence * 7 + nth * 13) % ($3::int - 1)
  where entry.company_id = $2`;

const sums = `coalesce(sum(amount) filter (where side = 'debit'), 0), coalesce(sum(amount) filter (where side = 'credit'), 0)`;

const days = `
  insert into account_day (organization_id, company_id, account_id, entered_on, recorded_on, debit, credit)
  select $1, $2, account_id, entered_on, entered_on, ${sums} from journal_line where company_id = $2 group by 3, 4, 5`;

const months = `
  insert into account_month (organization_id, company_id, account_id, month, debit, credit)
  select $1, $2, account_id, date_trunc('month', entered_on)::date, sum(debit), sum(credit)
  from account_day where company_id = $2 group by 3, 4`;

const head = `
  update ledger_head set sequence = coalesce((select max(sequence) from journal_entry where company_id = $2), 0)
  where organization_id = $1 and company_id = $2`;

const linked = (companyId: string): string => `
  do $$
  declare
    next uuid;
    previous bytea := decode(repeat('00', 32), 'hex');
    last integer := 0;
  begin
    for next in select id from journal_entry where company_id = '${companyId}' order by sequence loop
      update journal_entry entry set previous_hash = previous, hash = sha256(previous || ${covered})
      where entry.id = next returning entry.hash into previous;
      last := last + 1;
    end loop;
    update ledger_head set hash = previous, numbers = json_build_object('old', last)
    where company_id = '${companyId}';
  end $$`;
