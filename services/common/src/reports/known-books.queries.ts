import type { CompanyKind, ReportChain } from '@dhanman/contracts';
import { Clock, type Id, Money, PlainDate } from '@dhanman/kernel';
import { type Actor, NotFound, type ReportSpan } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ReportAccount } from './account-tree.js';
import type { Turnover } from './balances.js';

/** Whose books, and as they stood when. */
export interface Moment {
  readonly organizationId: Id;
  readonly company: { readonly id: Id; readonly name: string; readonly kind: CompanyKind };
  readonly currency: string;
  readonly today: PlainDate;
  readonly financialYearStartMonth: number;
  readonly knownAt: string;
  /** Something was recorded after it, so that what was recorded when has to be looked at. */
  readonly isPast: boolean;
  /** The entries the books had, and the link that covers the last of them. */
  readonly chain: ReportChain;
}

/** Everything before a day, or until it. */
export interface Bound {
  readonly day: PlainDate;
  readonly isIncluded: boolean;
  /** Entries that close a year count when they are before this day; they hide the result of the year they close. */
  readonly closingsBefore?: PlainDate;
}

export interface Sum {
  readonly debit: Money;
  readonly credit: Money;
}

interface Narrowed {
  readonly branchId?: string | undefined;
  readonly accountIds?: readonly Id[] | undefined;
  readonly partyId?: string | undefined;
}

/** The books of a company as they were known at a moment: never from the lines of the journal, but from their sums. */
@Injectable()
export class KnownBooks {
  constructor(private readonly clock: Clock) {}

  /**
   * Without a moment it is the last change of the books. Every later entry and every later change of the chart has a later
   * time, because they take turns at the head of the ledger: asked for again with that time, a report is the same.
   */
  async moment(tx: EntityManager, actor: Actor, knownAt: string | undefined): Promise<Moment> {
    const [row] = await tx.query<MomentRow[]>(momentSql, [
      actor.organizationId,
      actor.company,
      knownAt ?? null,
    ]);
    if (!row) throw new NotFound('company');
    const { id, name, kind, currency, timeZone, financialYearStartMonth, lastChangeAt, ...rest } = row;
    return {
      organizationId: actor.organizationId,
      company: { id, name, kind },
      ...{ currency, financialYearStartMonth, ...rest },
      today: PlainDate.at(this.clock.now(), timeZone),
      knownAt: knownAt ?? lastChangeAt,
    };
  }

  /** The chart with the names and parents it had. */
  async accounts(tx: EntityManager, moment: Moment): Promise<readonly ReportAccount[]> {
    const { organizationId, knownAt, isPast } = moment;
    if (!isPast) return tx.query<ReportAccount[]>(accountsSql('account', 'id'), [organizationId]);
    const sql = `${accountsSql('account_history', 'account_id')} and recorded_at <= $2
      order by account_id, version desc`;
    return tx.query<ReportAccount[]>(sql.replace('select', 'select distinct on (account_id)'), [
      organizationId,
      knownAt,
    ]);
  }

  /** What was booked on each account before and in each of the spans. */
  async turnovers(
    tx: EntityManager,
    moment: Moment,
    spans: readonly ReportSpan[],
    narrowed: Narrowed = {},
  ): Promise<readonly (readonly Turnover[])[]> {
    const bounds = spans.flatMap(({ from, asOf }) => [
      { day: from, isIncluded: false, closingsBefore: from },
      { day: asOf, isIncluded: true, closingsBefore: from },
    ]);
    const sums = await this.sums(tx, moment, bounds, narrowed);
    return spans.map((_, index) =>
      turnoversBetween(moment.currency, sums[index * 2] ?? new Map(), sums[index * 2 + 1] ?? new Map()),
    );
  }

  /** The sums of each account at each of the bounds. */
  async sums(
    tx: EntityManager,
    moment: Moment,
    bounds: readonly Bound[],
    narrowed: Narrowed = {},
  ): Promise<readonly ReadonlyMap<Id, Sum>[]> {
    const { currency } = moment;
    const { sql, values } = sumsFrom(moment, narrowed);
    const rows = await tx.query<SumRow[]>(sql, [
      ...[moment.organizationId, moment.company.id],
      bounds.map(({ day }) => day.toString()),
      bounds.map(({ isIncluded }) => (isIncluded ? 1 : 0)),
      bounds.map(({ closingsBefore = 'infinity' }) => closingsBefore.toString()),
      ...[narrowed.accountIds, ...values],
    ]);
    const sums = bounds.map(() => new Map<Id, Sum>());
    for (const { bound, accountId, debit, credit } of rows) {
      const sum = { debit: Money.parse(debit, currency), credit: Money.parse(credit, currency) };
      sums[bound - 1]?.set(accountId, sum);
    }
    return sums;
  }
}

/** The fewest rows that hold the answer: of months, where nothing is asked that months do not tell apart. */
function sumsFrom({ knownAt, isPast }: Moment, { branchId, partyId }: Narrowed) {
  if (partyId) return { sql: sumsOfParty, values: [knownAt, partyId] };
  if (isPast || branchId) return { sql: sumsOfDays, values: [knownAt, branchId] };
  return { sql: sumsOfMonths, values: [] };
}

interface MomentRow {
  readonly id: Id;
  readonly name: string;
  readonly kind: CompanyKind;
  readonly currency: string;
  readonly timeZone: string;
  readonly financialYearStartMonth: number;
  readonly lastChangeAt: string;
  readonly isPast: boolean;
  readonly chain: ReportChain;
}

interface SumRow {
  readonly bound: number;
  readonly accountId: Id;
  readonly debit: string;
  readonly credit: string;
}

function turnoversBetween(
  currency: string,
  before: ReadonlyMap<Id, Sum>,
  until: ReadonlyMap<Id, Sum>,
): readonly Turnover[] {
  const zero = Money.zero(currency);
  return [...until].map(([accountId, { debit, credit }]) => {
    const earlier = before.get(accountId) ?? { debit: zero, credit: zero };
    return {
      accountId,
      opening: earlier.debit.subtract(earlier.credit),
      debit: debit.subtract(earlier.debit),
      credit: credit.subtract(earlier.credit),
    };
  });
}

/** The last entry until then, looked for below the first daily head that was kept since; none has a link of zeros. */
const chainThen = `
  select coalesce((
    select json_build_object('entries', sequence, 'hash', encode(hash, 'hex')) from journal_entry
    where organization_id = $1 and company_id = $2 and posted_at <= $3 and sequence <= coalesce((
      select min(sequence) from ledger_head_day
      where organization_id = $1 and company_id = $2 and day >= ($3::timestamptz at time zone 'UTC')::date), head.sequence)
    order by sequence desc limit 1), json_build_object('entries', 0, 'hash', repeat('0', 64)))`;

// The text has microseconds, which a JavaScript date would cut off: a moment later than the entry it has to include.
const momentSql = `
  select company.id, company.name, kind, currency, time_zone as "timeZone",
    financial_year_start_month as "financialYearStartMonth",
    to_char(last.change at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "lastChangeAt",
    coalesce($3::timestamptz < last.change, false) as "isPast",
    case when $3::timestamptz < last.change then (${chainThen})
      else json_build_object('entries', head.sequence, 'hash', encode(head.hash, 'hex')) end as chain
  from company join ledger_head head using (organization_id)
  cross join lateral (
    select greatest(head.recorded_at, max(recorded_at)) as change
    from account_history where organization_id = company.organization_id) last
  where organization_id = $1 and company.id = $2 and head.company_id = company.id`;

const accountsSql = (table: string, id: string): string => `
  select ${id} as id, parent_id as "parentId", code, name, class, normal_side as "normalSide", role,
    cash_flow as "cashFlow"
  from ${table} where organization_id = $1`;

const boundsSql = `
  bound as (
    select number::int, day + extra as day, closings
    from unnest($3::date[], $4::int[], $5::date[]) with ordinality as asked (day, extra, closings, number))`;

const summed = `
  select number as bound, account_id as "accountId",
    trim_scale(sum(debit))::text as debit, trim_scale(sum(credit))::text as credit
  from bound cross join lateral`;

/** Whole months, and the days of the month in which the bound lies. */
const sumsOfMonths = `
  with ${boundsSql} ${summed} (
    select account_id, debit, credit from account_month
    where organization_id = $1 and company_id = $2 and month < date_trunc('month', bound.day)::date
      and (not is_closing or month < bound.closings) and ($6::uuid[] is null or account_id = any($6))
    union all
    select account_id, debit, credit from account_day
    where organization_id = $1 and company_id = $2 and entered_on >= date_trunc('month', bound.day)::date
      and entered_on < bound.day and (not is_closing or entered_on < bound.closings)
      and ($6::uuid[] is null or account_id = any($6))) part
  group by number, account_id`;

/** What was recorded on the day of the moment until then: that day is not yet whole, so that its lines are asked. */
const linesOfLastDay = (narrowed: string): string => `
    select account_id, case side when 'debit' then amount else 0 end, case side when 'credit' then amount else 0 end
    from journal_entry entry
    join journal_line line on line.organization_id = entry.organization_id and line.entry_id = entry.id
    where entry.organization_id = $1 and entry.company_id = $2 and entry.entered_on < bound.day
      and posted_at >= date_trunc('day', $7::timestamptz, 'UTC') and posted_at <= $7
      and (kind <> 'closing' or entry.entered_on < bound.closings)
      and ($6::uuid[] is null or account_id = any($6)) and ${narrowed}`;

const recordedBefore = `
    organization_id = $1 and company_id = $2 and entered_on < bound.day
      and recorded_on < ($7::timestamptz at time zone 'UTC')::date and ($6::uuid[] is null or account_id = any($6))`;

const ofBranch = '($8::uuid is null or branch_id = $8)';

const sumsOfDays = `
  with ${boundsSql} ${summed} (
    select account_id, debit, credit from account_day
    where ${recordedBefore} and (not is_closing or entered_on < bound.closings) and ${ofBranch}
    union all ${linesOfLastDay(ofBranch)}) part
  group by number, account_id`;

const sumsOfParty = `
  with ${boundsSql} ${summed} (
    select account_id, debit, credit from party_day where ${recordedBefore} and party_id = $8
    union all ${linesOfLastDay('party_id = $8')}) part
  group by number, account_id`;
