import { query, spawnService, type SpawnedService } from '@dhanman/testing';
import pg from 'pg';
import { services } from '../../topology.ts';
import { chain } from '../../verify/invariants/chain.ts';
import { type DatabaseUrls, openWorld } from '../../verify/databases.ts';
import type { Benchmark, Prepared, Sample } from '../benchmark.ts';
import { of, ratio } from '../figures.ts';
import { pgbench } from '../floors/pgbench.ts';
import { type BenchBooks, link, openBooks, seed } from '../parts/ledger-books.ts';
import { PostingPump } from '../parts/posting-pump.ts';

const clients = 16;
/** `LEDGER_LINES` and `LEDGER_ENTRIES` make a shorter form. */
const lines = Number(process.env['LEDGER_LINES'] ?? 10_000_000);
const perRound = Number(process.env['LEDGER_ENTRIES'] ?? 5_000);
const few = Math.min(100_000, lines);
const fifty = 50;

export const benchmark: Benchmark = {
  about:
    `PostTransaction messages until entries and replies are committed, in books of ${String(few)} and of ` +
    `${String(lines)} lines, against pgbench with ${String(clients)} clients inserting the same rows; trial balances ` +
    'against the sum over the journal; and the walk along the chain.',
  prepare,
};

interface House {
  readonly ledger: SpawnedService;
  readonly books: BenchBooks;
  readonly pump: PostingPump;
}

async function prepare(note: (text: string) => void): Promise<Prepared> {
  const small = await openHouse(few, note);
  note(`link ${String(few)} lines`);
  await link(small.ledger, oldOf(small.books));
  const large = await openHouse(lines, note);
  await query(large.ledger.database.adminUrl, floorTables);
  note('warm up');
  for (const { pump } of [small, large]) await pump.post(1_000, fifty);
  const posting = (name: string, { pump }: House, companies: number) => ({
    name,
    measure: async (): Promise<Sample> => ({ 'entries/s': await pump.post(perRound, companies) }),
  });
  return {
    contenders: [
      { name: 'pgbench', measure: () => sameInserts(large.ledger.database.adminUrl) },
      posting('one company', small, 1),
      posting('fifty companies', small, fifty),
      posting('one company, all lines', large, 1),
      { name: 'trial balance', measure: () => trialBalances(large) },
      { name: 'chain', measure: () => walk(small.ledger) },
    ],
    rounds: 3,
    figures,
    close: async () => {
      for (const { pump, ledger } of [small, large]) {
        await pump.stop();
        await ledger.drop();
      }
    },
  };
}

async function openHouse(count: number, note: (text: string) => void): Promise<House> {
  const ledger = await spawnService('common');
  const books = await openBooks(ledger, fifty + 1);
  note(`write ${String(count)} lines`);
  await seed(ledger, { ...books, companyIds: [oldOf(books)] }, count);
  return { ledger, books, pump: await PostingPump.start(ledger, books) };
}

/** The last company has the old lines, and nothing is posted to it. */
function oldOf({ companyIds }: BenchBooks): string {
  const old = companyIds.at(-1);
  if (old === undefined) throw new Error('There is no company for the old lines.');
  return old;
}

const figures: Prepared['figures'] = [
  ...['one company', 'fifty companies'].map((name) => ({
    name: `${name}, of pgbench with the same rows`,
    unit: 'ratio',
    target: { atLeast: 0.35 },
    of: ratio(of(name, 'entries/s'), of('pgbench', 'transactions/s')),
  })),
  {
    name: `posting at ${String(few)} lines, of posting at ${String(lines)}`,
    unit: 'ratio',
    target: { atMost: 1.15 },
    of: ratio(of('one company', 'entries/s'), of('one company, all lines', 'entries/s')),
  },
  {
    name: 'trial balance, p95',
    unit: 'ms',
    target: { atMost: 60 },
    of: of('trial balance', 'p95 ms'),
  },
  {
    name: 'trial balance of any day as known on any day, worst',
    unit: 'ms',
    target: { atMost: 250 },
    of: of('trial balance', 'worst past ms'),
  },
  {
    name: 'sum over the journal, of the trial balance',
    unit: 'ratio',
    target: { atLeast: 100 },
    of: ratio(of('trial balance', 'journal ms'), of('trial balance', 'p50 ms')),
  },
  {
    name: 'walk along the chain',
    unit: 'entries/s',
    target: { atLeast: 50_000 },
    of: of('chain', 'entries/s'),
  },
];

/** Tables with the columns and indexes of the real ones, and nothing that checks anything. */
const floorTables = ['journal_entry', 'journal_line', 'outbox', 'inbox']
  .map((name) => `create table floor_${name} (like ${name} including defaults including indexes);`)
  .join('\n');

async function sameInserts(adminUrl: string): Promise<Sample> {
  return { 'transactions/s': await pgbench(adminUrl, sameRows, { clients, seconds: 10 }) };
}

const nobody = '019a0000-0000-7000-8000-000000000001';
const lineOf = (number: number): string => `
  (${String(number)}, '1100${String(number)}', '${number === 1 ? 'debit' : 'credit'}',
    ${number === 1 ? `'customer', '${nobody}'::uuid` : 'null, null'})`;

const sameRows = `
  \\set place random(1, 9000000000000000)
  begin;
  with entry as (
    insert into floor_journal_entry (organization_id, company_id, id, sequence, number, financial_year, entered_on,
      currency, narration, source_service, source_document, source_id, source_purpose, source_version, request_hash,
      previous_hash, hash)
    select '${nobody}', '${nobody}', id, :place, 'JV/' || :place::text, '2627', '2026-04-10', 'INR', 'Invoice', 'sales',
      'invoice', id, 'issue', 1, sha256('a'), sha256('b'), sha256('c') from (select gen_random_uuid() as id) as made
    returning id)
  insert into floor_journal_line (organization_id, company_id, entry_id, sequence, entered_on, number, account_id,
    account, side, amount, party_kind, party_id)
  select '${nobody}', '${nobody}', entry.id, :place, '2026-04-10', number, '${nobody}', account, side, 100, kind, party
  from entry, (values ${[1, 2, 3, 4].map(lineOf).join(',')}) as line (number, account, side, kind, party);
  insert into floor_outbox (id, message_id, kind, contract, target, correlation_id, envelope, payload)
  values (gen_random_uuid(), gen_random_uuid(), 'reply', 'common.transaction-posted.v1', 'sales', '',
    '{"source": "common", "organizationId": "${nobody}", "companyId": "${nobody}"}',
    '{"source": {"document": "invoice", "id": "${nobody}", "version": 1, "purpose": "issue"}, "entryId": "${nobody}"}');
  insert into floor_inbox (message_id, contract, source, organization, correlation_id, occurred_at, attempt, outcome)
  values (gen_random_uuid(), 'common.post-transaction.v1', 'sales', '${nobody}', '', now(), 1, 'handled');
  commit;
`;

/** As reports ask: whole months and the days of the last one; and for the past, days up to what was recorded by then. */
async function trialBalances({ ledger, books }: House): Promise<Sample> {
  const client = new pg.Client({ connectionString: ledger.database.adminUrl });
  await client.connect();
  const key = [books.organizationId, books.companyIds.at(-1)];
  const timed = async (sql: string, ...days: readonly string[]): Promise<number> => {
    const begin = performance.now();
    await client.query(sql, [...key, ...days]);
    return performance.now() - begin;
  };
  const present: number[] = [];
  const past: number[] = [];
  for (let one = 0; one < 40; one += 1) present.push(await timed(balance, dayAt(one)));
  for (let one = 0; one < 20; one += 1) past.push(await timed(knownBalance, dayAt(one), dayAt(one + 7)));
  const journal = await timed(summed, '2027-03-31');
  await client.end();
  const sorted = present.sort((one, other) => one - other);
  const at = (share: number): number => sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
  return { 'p50 ms': at(0.5), 'p95 ms': at(0.95), 'worst past ms': Math.max(...past), 'journal ms': journal };
}

/** Some day of the three years, another one for each number. */
function dayAt(number: number): string {
  return new Date(Date.UTC(2024, 3, 1 + ((number * 397) % 1095))).toISOString().slice(0, 10);
}

const balance = `
  select account_id, sum(debit) as debit, sum(credit) as credit from (
    select account_id, debit, credit from account_month
    where organization_id = $1 and company_id = $2 and month < date_trunc('month', $3::date)
    union all
    select account_id, debit, credit from account_day
    where organization_id = $1 and company_id = $2 and entered_on >= date_trunc('month', $3::date) and entered_on <= $3
  ) as parts group by account_id`;

const knownBalance = `
  select account_id, sum(debit) as debit, sum(credit) as credit from account_day
  where organization_id = $1 and company_id = $2 and entered_on <= $3 and recorded_on < $4 group by account_id`;

const summed = `
  select account_id, sum(amount) filter (where side = 'debit') as debit,
    sum(amount) filter (where side = 'credit') as credit
  from journal_line where organization_id = $1 and company_id = $2 and entered_on <= $3 group by account_id`;

/** The same walk as `npm run verify -- chain`, over what was posted here. */
async function walk({ database }: SpawnedService): Promise<Sample> {
  const urls = Object.fromEntries(services.map(({ name }) => [name, database.adminUrl])) as DatabaseUrls;
  const world = await openWorld(urls, { graceSeconds: 0, keptFiles: undefined });
  try {
    const begin = performance.now();
    const finding = await chain[0]?.check(world);
    if (!finding || finding.offenders.length > 0)
      throw new Error(`The chain is broken: ${JSON.stringify(finding?.offenders[0])}`);
    return { 'entries/s': finding.counted / ((performance.now() - begin) / 1000) };
  } finally {
    await world.close();
  }
}
