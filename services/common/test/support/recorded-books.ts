import { type Id, newId } from '@dhanman/kernel';
import { type Member, query, type StartedService } from '@dhanman/testing';
import { anAccount, type Booking } from './worked-examples.js';

/** What was entered on a day, and when it was recorded. */
export interface Recording {
  readonly on: string;
  readonly recordedAt: string;
  readonly bookings: readonly Booking[];
  readonly kind?: 'ordinary' | 'closing';
  /** The vendors that the lines are about. */
  readonly debited?: Id;
  readonly credited?: Id;
}

type Where = Pick<Member, 'organizationId' | 'companyId'>;

/**
 * Books of the past: rows as the ledger writes them, at times when nobody could have run this test. The triggers of the
 * tables, which keep the balances, are those of every posting.
 */
export class RecordedBooks {
  readonly accounts = new Map<string, Id>();

  constructor(
    private readonly started: StartedService,
    private readonly where: Where,
  ) {}

  async record(...recordings: readonly Recording[]): Promise<void> {
    for (const recording of recordings) await this.enter(recording);
  }

  /** The chart of these books is made as accounts are used. */
  private async account(text: string, at: string): Promise<Id> {
    const known = this.accounts.get(text);
    if (known) return known;
    const { id, code, name, class: of, normalSide } = anAccount(text);
    const { organizationId } = this.where;
    const isCash = /^(10[12]0|111)/.test(code);
    await this.put(
      `insert into account (organization_id, id, code, name, class, normal_side, cash_flow, is_postable, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, true, $8)`,
      [organizationId, id, code, name, of, normalSide, isCash ? 'cash' : 'operating', at],
    );
    await this.put(`update account_history set recorded_at = $2 where account_id = $1`, [id, at], 'history');
    this.accounts.set(text, id);
    return id;
  }

  private async enter(recording: Recording): Promise<void> {
    const { on, recordedAt: at, kind = 'ordinary', bookings, debited, credited } = recording;
    const entries = [];
    for (const [debit, credit, rupees] of bookings) {
      const accounts = { debit: await this.account(debit, at), credit: await this.account(credit, at) };
      entries.push({ id: newId(), place: entries.length + 1, rupees, ...accounts });
    }
    const { organizationId, companyId } = this.where;
    const what = [organizationId, companyId, JSON.stringify(entries), kind, on, at];
    await this.put(entriesSql, [...what, debited, credited]);
  }

  private async put(sql: string, values: readonly unknown[], table?: 'history'): Promise<void> {
    const { adminUrl } = this.started.database;
    if (table) await query(adminUrl, 'alter table account_history disable trigger user');
    await query(adminUrl, sql, values);
    if (table) await query(adminUrl, 'alter table account_history enable trigger user');
  }
}

/** No chain, but a link that tells entries apart. */
const linkOf = `sha256(convert_to(id::text, 'UTF8'))`;

const entriesSql = `
  with asked as (
    select id, rupees, debit, credit, place + head.sequence as sequence
    from json_to_recordset($3::json) as asked (id uuid, place bigint, rupees numeric, debit uuid, credit uuid)
    join ledger_head head on head.organization_id = $1 and head.company_id = $2
  ), entry as (
    insert into journal_entry (organization_id, company_id, id, sequence, number, kind, financial_year, entered_on, currency,
      narration, source_service, source_document, source_id, source_purpose, source_version, previous_hash, hash, posted_at)
    select $1, $2, id, sequence, 'JV/2526/' || sequence, $4, '2526', $5::date, 'INR', 'Entry ' || sequence, 'common',
      'journal', id, 'post', 1, '\\x00', ${linkOf}, $6 from asked
  ), head as (
    update ledger_head set recorded_at = $6, (sequence, hash) =
      (select sequence, ${linkOf} from asked order by sequence desc limit 1)
    where organization_id = $1 and company_id = $2
  ), line as (
    select id, sequence, 1 as number, debit as account, 'debit' as side, rupees, $7::uuid as party from asked
    union all select id, sequence, 2, credit, 'credit', rupees, $8 from asked)
  insert into journal_line (organization_id, company_id, entry_id, sequence, entered_on, number, account_id, account, side,
    amount, party_id, party_kind)
  select $1, $2, id, sequence, $5::date, number, account, '100', side, rupees, party,
    case when party is null then null else 'vendor' end
  from line order by sequence, number`;
