// What the books and the answers must be after everything: as if nobody had been killed.
import { query, type Surroundings } from '@dhanman/testing';
import { services } from '../../topology.ts';
import { type DatabaseUrls, openWorld } from '../../verify/databases.ts';
import { brokenIn, textOf } from '../../verify/report.ts';
import { verdicts } from '../../verify/verdict.ts';
import type { Work } from './work.ts';

interface Counts {
  readonly entries: number;
  /** Requests that have an entry. */
  readonly posted: number;
  /** Replies in the outbox or sent, and the requests they are for. */
  readonly replies: number;
  readonly answered: number;
  /** Debits less credits over all lines. */
  readonly difference: string;
  /** Numbers missing below the highest of each company and year. */
  readonly gaps: number;
  readonly unsent: number;
  /** Why messages were buried, and how many for each reason. */
  readonly burials: Readonly<Record<string, number>>;
}

/** What the kills have hit: a run that has nothing of it has proved nothing. */
interface Traces {
  readonly redelivered: number;
  readonly resent: number;
}

export interface Reckoning {
  readonly asked: number;
  readonly deaths: Readonly<Record<string, number>>;
  readonly counts: Counts;
  readonly traces: Traces;
  /** What `npm run verify` says against the books, the chain among it. */
  readonly broken: string;
}

export async function reckoningOf(surroundings: Surroundings, work: Work): Promise<Reckoning> {
  const { adminUrl } = surroundings.database;
  const [counts] = await query<Counts>(adminUrl, counted);
  const [traces] = await query<Traces>(adminUrl, traced);
  if (!counts || !traces) throw new Error('The database counts nothing.');
  const { asked, deaths } = work;
  return { asked, deaths, counts, traces, broken: await brokenBooks(adminUrl) };
}

export async function isAllSent({ database }: Surroundings): Promise<boolean> {
  const [row] = await query<{ unsent: number }>(database.adminUrl, unsent);
  return row?.unsent === 0;
}

/** Empty when each request has its one entry and its one answer, and the books are whole. */
export function complaintsOf({ asked, counts, broken }: Reckoning): readonly string[] {
  const { difference, gaps, unsent: waiting, burials, ...each } = counts;
  const complaints = Object.entries(each)
    .filter(([, count]) => count !== asked)
    .map(([what, count]) => `${String(asked)} requests, but ${what}: ${String(count)}`);
  if (Number(difference) !== 0) complaints.push(`debits and credits differ by ${difference}`);
  if (gaps > 0) complaints.push(`${String(gaps)} numbers of entries are missing`);
  if (waiting > 0) complaints.push(`${String(waiting)} messages are not sent`);
  for (const [reason, letters] of Object.entries(burials))
    complaints.push(`${String(letters)} messages were buried: ${reason}`);
  return broken === '' ? complaints : [...complaints, broken];
}

async function brokenBooks(adminUrl: string): Promise<string> {
  const urls = Object.fromEntries(services.map(({ name }) => [name, adminUrl])) as DatabaseUrls;
  const world = await openWorld(urls, { graceSeconds: 0, keptFiles: undefined });
  try {
    return textOf(brokenIn(await verdicts(world, ['I1', 'I2', 'I11'])));
  } finally {
    await world.close();
  }
}

const unsent = 'select count(*)::int as unsent from outbox';

const counted = `
  with reply as (
    select payload -> 'source' ->> 'id' as source from outbox where kind = 'reply'
    union all select payload -> 'source' ->> 'id' from outbox_sent where kind = 'reply'),
  series as (
    select max(split_part(number, '/', 3)::int) - count(distinct number)::int as missing
    from journal_entry group by company_id, financial_year)
  select (select count(*)::int from journal_entry) as entries,
    (select count(distinct source_id)::int from journal_entry) as posted,
    (select count(*)::int from reply) as replies, (select count(distinct source)::int from reply) as answered,
    (select sum(case side when 'debit' then amount else -amount end)::text from journal_line) as difference,
    (select sum(missing)::int from series) as gaps, (${unsent}) as unsent,
    (select coalesce(jsonb_object_agg(reason, letters), '{}') from
      (select reason, count(*) as letters from dead_letter group by reason) as buried) as burials`;

const traced = `
  select (select count(*)::int from delivery_trouble where error like 'started again%') as redelivered,
    (select count(*)::int from outbox_sent where attempts > 1) as resent`;
