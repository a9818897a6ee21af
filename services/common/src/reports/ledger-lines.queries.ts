import { type Id, Money, PlainDate } from '@dhanman/kernel';
import type { ReportSpan } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ReportAccount } from './account-tree.js';
import type { DayBookLine } from './day-book.js';
import type { Moment } from './known-books.queries.js';
import type { LedgerPlace } from './ledger-cursor.js';
import type { LedgerLine } from './ledger-page.js';

interface LineRow {
  readonly entryId: Id;
  readonly on: string;
  readonly sequence: string;
  readonly line: number;
  readonly entry: string;
  readonly document: string;
  readonly narration: string;
  readonly accountId: Id;
  readonly partyId: Id | null;
  readonly branchId: Id | null;
  readonly side: 'debit' | 'credit';
  readonly amount: string;
  readonly counters: readonly Id[] | null;
}

export interface Wanted {
  readonly span: ReportSpan;
  readonly after?: LedgerPlace | undefined;
  readonly limit: number;
  readonly accountIds?: readonly Id[] | undefined;
  readonly partyId?: string | undefined;
  readonly branchId?: string | undefined;
}

export type Placed<Line> = Line & { readonly place: LedgerPlace };

/** Lines of the journal in the order of a ledger: by day, and on a day in the order they were entered. */
@Injectable()
export class LedgerLines {
  async ofAccounts(
    tx: EntityManager,
    moment: Moment,
    accounts: ReadonlyMap<Id, ReportAccount>,
    wanted: Wanted,
  ): Promise<readonly Placed<LedgerLine>[]> {
    const rows = await tx.query<LineRow[]>(linesSql, valuesOf(moment, wanted));
    return rows.map((row) => ({
      ...placed(row, moment.currency),
      counterAccount: counterAccount(row.counters ?? [], accounts),
    }));
  }

  /** The debits less the credits of the day of a place, until there. */
  async until(tx: EntityManager, moment: Moment, after: LedgerPlace, wanted: Wanted): Promise<Money> {
    const day = PlainDate.parse(after.on);
    const values = valuesOf(moment, { ...wanted, after, span: { from: day, asOf: day } });
    const [row] = await tx.query<{ balance: string }[]>(untilSql, values.toSpliced(8, 1));
    return Money.parse(row?.balance ?? '0', moment.currency);
  }

  async ofAllAccounts(
    tx: EntityManager,
    moment: Moment,
    accounts: ReadonlyMap<Id, ReportAccount>,
    wanted: Wanted,
  ): Promise<readonly Placed<DayBookLine>[]> {
    const rows = await tx.query<LineRow[]>(entriesSql, valuesOf(moment, wanted).slice(0, 9));
    return rows.map((row) => {
      const { code = '', name = '' } = accounts.get(row.accountId) ?? {};
      return { ...placed(row, moment.currency), accountCode: code, accountName: name };
    });
  }
}

function placed(row: LineRow, currency: string) {
  const { entryId, on, sequence, line, entry, document, narration, accountId, partyId, side } = row;
  const amount = Money.parse(row.amount, currency);
  const place = { on, sequence, line };
  return { entryId, on, entry, document, narration, accountId, partyId, side, amount, place };
}

/** The first account of the other side, and how many more there are. */
function counterAccount(ids: readonly Id[], accounts: ReadonlyMap<Id, ReportAccount>): string {
  const codes = ids.flatMap((id) => accounts.get(id) ?? []).toSorted((a, b) => (a.code < b.code ? -1 : 1));
  const [first] = codes;
  if (!first) return '';
  return `${first.code} ${first.name}${codes.length > 1 ? ` +${codes.length - 1}` : ''}`;
}

function valuesOf({ organizationId, company, knownAt }: Moment, wanted: Wanted): unknown[] {
  const { span, after, limit, branchId, accountIds, partyId } = wanted;
  return [
    ...[organizationId, company.id, span.from.toString(), span.asOf.toString(), knownAt],
    ...[after?.on, after?.sequence, after?.line ?? 0, limit],
    ...[branchId, accountIds, partyId],
  ];
}

const columns = `
  line.entry_id as "entryId", line.entered_on::text as on, line.sequence::text, line.number as line,
  entry.number as entry, source_document as document, coalesce(line.narration, entry.narration) as narration,
  line.account_id as "accountId", party_id as "partyId", side, trim_scale(amount)::text as amount`;

const known = `
  line.organization_id = $1 and line.company_id = $2 and line.entered_on between $3 and $4 and entry.posted_at <= $5`;

const linesSql = `
  select ${columns}, (
    select array_agg(distinct other.account_id) from journal_line other
    where other.organization_id = line.organization_id and other.entry_id = line.entry_id and other.side <> line.side
  ) as counters
  from journal_line line
  join journal_entry entry on entry.organization_id = line.organization_id and entry.id = line.entry_id
  where ${known} and ($6::date is null or (line.entered_on, line.sequence, line.number) > ($6, $7::bigint, $8::int))
    and ($10::uuid is null or branch_id = $10) and ($11::uuid[] is null or account_id = any($11))
    and ($12::uuid is null or party_id = $12)
  order by line.entered_on, line.sequence, line.number limit $9`;

const untilSql = `
  select trim_scale(coalesce(sum(case side when 'debit' then amount else -amount end), 0))::text as balance
  from journal_line line
  join journal_entry entry on entry.organization_id = line.organization_id and entry.id = line.entry_id
  where ${known} and (line.entered_on, line.sequence, line.number) <= ($6::date, $7::bigint, $8::int)
    and ($9::uuid is null or branch_id = $9) and ($10::uuid[] is null or account_id = any($10))
    and ($11::uuid is null or party_id = $11)`;

/** Whole entries, so that no page shows half of one. */
const entriesSql = `
  with page as (
    select id from journal_entry entry
    where organization_id = $1 and company_id = $2 and entered_on between $3 and $4 and posted_at <= $5
      and ($6::date is null or (entered_on, sequence) > ($6, $7::bigint)) and $8::int is not null
    order by entered_on, sequence limit $9)
  select ${columns}
  from page join journal_entry entry on entry.organization_id = $1 and entry.id = page.id
  join journal_line line on line.organization_id = entry.organization_id and line.entry_id = entry.id
  where ${known} order by line.entered_on, line.sequence, line.number`;
