import { setTimeout as pause } from 'node:timers/promises';
import type { InvoiceDto } from '@dhanman/contracts';
import pg from 'pg';
import type { Benchmark, Figure, Prepared, Sample } from '../benchmark.ts';
import { of, ratio } from '../figures.ts';
import { pgbench } from '../floors/pgbench.ts';
import { billYears } from '../parts/billed-years.ts';
import { type BillingCompany, BillingHouse } from '../parts/billing-house.ts';
import { rowsWrittenBy } from '../parts/written-rows.ts';
import { cpuMilliseconds } from '../process-cost.ts';
import { quantile } from '../statistics.ts';

const clients = 16;
const perRound = 160;
/** `SALES_BILLS` makes a shorter form. */
const many = Number(process.env['SALES_BILLS'] ?? 1_000_000);
const few = 10_000;
const paces = [10, 25, 50] as const;

export const benchmark: Benchmark = {
  about:
    `Invoices of five lines, created and issued over HTTP by ${String(clients)} clients with everything on, against ` +
    'pgbench with as many clients writing the same rows; how long after its issue a bill is posted; and pages of 50 ' +
    `bills, filtered and sorted, among ${String(few)} and among ${String(many)}.`,
  prepare,
};

async function prepare(note: (text: string) => void): Promise<Prepared> {
  const house = await BillingHouse.open();
  try {
    const small = await house.company(fiveLines);
    const large = await house.company(fiveLines);
    for (const [company, bills] of [[small, few] as const, [large, many] as const]) {
      note(`write ${String(bills)} bills`);
      const whose = { organizationId: house.organizationId, companyId: company.id };
      await billYears(house.sales.database.adminUrl, whose, bills);
    }
    note('warm up');
    await issueMany(small, clients);
    await house.idle();
    const script = await floorScript(house, small);
    const issuing = (name: string, company: BillingCompany) => ({
      name,
      measure: () => issued(house, company),
    });
    return {
      contenders: [
        { name: 'pgbench', measure: () => sameRows(house, script) },
        issuing('invoices', small),
        issuing('invoices, all bills', large),
        ...paces.map((pace) => ({ name: `${String(pace)}/s`, measure: () => atPace(house, small, pace) })),
        { name: 'list', measure: () => lists(small) },
        { name: 'list, all bills', measure: () => lists(large) },
      ],
      rounds: 3,
      figures,
      close: () => house.close(),
    };
  } catch (error) {
    await house.close();
    throw error;
  }
}

function fiveLines(customerId: string): object {
  const line = (_: unknown, index: number) => ({
    ...{ description: `Office supplies ${String(index + 1)}`, classification: '4802' },
    ...{ quantity: '12', unit: 'NOS', price: '245.50', ratePercent: '18' },
  });
  return { customerId, on: '2026-04-01', lines: Array.from({ length: 5 }, line) };
}

/** The draft in one transaction and the issue in another, as the product writes them. */
async function floorScript(house: BillingHouse, company: BillingCompany): Promise<string> {
  const url = house.sales.database.adminUrl;
  const tables = ['invoice', 'audit', 'idempotency_key', 'document_series', 'invoice_paper', 'outbox_sent'];
  const drafts: InvoiceDto[] = [];
  const drafting = await rowsWrittenBy(url, tables, async () => drafts.push(await company.draft()));
  const issuing = await rowsWrittenBy(url, tables, async () => {
    for (const draft of drafts) await company.issue(draft);
    await house.idle();
  });
  return [drafting, issuing].map((rows) => `begin;\n${rows.join('\n')}\ncommit;`).join('\n');
}

/** Not prepared: the rows have JSON in them, and pgbench would take what follows a colon for a variable. */
async function sameRows(house: BillingHouse, script: string): Promise<Sample> {
  const load = { clients, seconds: 5, isPrepared: false };
  return { 'invoices/s': await pgbench(house.sales.database.adminUrl, script, load) };
}

/** As many at once as there are clients; each comes back with its next when the last is issued. */
async function issueMany(company: BillingCompany, count: number): Promise<readonly number[]> {
  const took: number[] = [];
  let left = count;
  const client = async (): Promise<void> => {
    while (left-- > 0) {
      const begin = performance.now();
      await company.issue(await company.draft());
      took.push(performance.now() - begin);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return took;
}

async function issued(house: BillingHouse, company: BillingCompany): Promise<Sample> {
  const { pid } = house.sales.process;
  const [begin, before] = [performance.now(), cpuMilliseconds(pid)];
  const took = await issueMany(company, perRound);
  const seconds = (performance.now() - begin) / 1_000;
  const spent = cpuMilliseconds(pid) - before;
  await house.idle();
  return {
    'invoices/s': perRound / seconds,
    'p50 ms': quantile(took, 0.5),
    'p99 ms': quantile(took, 0.99),
    'CPU ms of Sales': spent / perRound,
  };
}

/** From the answer to an issue until whoever asks finds it posted. */
async function atPace(house: BillingHouse, company: BillingCompany, pace: number): Promise<Sample> {
  const drafts: InvoiceDto[] = [];
  for (let made = 0; made < pace * 4; made += 1) drafts.push(await company.draft());
  const issuedAt = new Map<string, number>();
  const issuing = drafts.map(async (draft, index) => {
    await pause((index * 1_000) / pace);
    await company.issue(draft);
    issuedAt.set(draft.id, performance.now());
  });
  const [took] = await Promise.all([whenPosted(house, drafts, issuedAt), ...issuing]);
  await house.idle();
  return { 'p50 ms': quantile(took, 0.5), 'p99 ms': quantile(took, 0.99) };
}

async function whenPosted(
  house: BillingHouse,
  drafts: readonly InvoiceDto[],
  issuedAt: ReadonlyMap<string, number>,
): Promise<readonly number[]> {
  const posted = new Map<string, number>();
  const looker = new pg.Client(house.sales.database.adminUrl);
  await looker.connect();
  const sql = `select id from invoice where organization_id = $1 and id = any($2) and state = 'posted'`;
  while (posted.size < drafts.length) {
    const awaited = drafts.map(({ id }) => id).filter((id) => !posted.has(id));
    const { rows } = await looker.query<{ id: string }>(sql, [house.organizationId, awaited]);
    for (const { id } of rows) posted.set(id, performance.now());
    await pause(5);
  }
  await looker.end();
  return drafts.map(({ id }) => Math.max(0, (posted.get(id) ?? NaN) - (issuedAt.get(id) ?? NaN)));
}

const pages = [
  ...['on', '-on', 'number', '-number', 'total', '-total', 'dueOn', '-dueOn'].map((sort) => `sort=${sort}`),
  ...['on', '-number', 'total', 'dueOn'].map((sort) => `payment=open&sort=${sort}`),
  ...['payment=overdue&sort=dueOn', 'payment=unpaid&sort=-total', 'payment=partly-paid', 'payment=paid'],
  ...['state=draft', 'state=posted&sort=-total', 'from=2025-04-01&until=2025-06-30&sort=-total'],
];

async function lists(company: BillingCompany): Promise<Sample> {
  const took: number[] = [];
  for (let turn = 0; turn < 10; turn += 1) {
    for (const page of pages) {
      const begin = performance.now();
      await company.get(`/invoices?limit=50&${page}`);
      took.push(performance.now() - begin);
    }
  }
  return { 'p50 ms': quantile(took, 0.5), 'p95 ms': quantile(took, 0.95), 'most ms': Math.max(...took) };
}

const figures: readonly Figure[] = [
  {
    name: 'invoices created and issued, of pgbench with the same rows',
    ...{
      unit: 'ratio',
      target: { atLeast: 0.15 },
      of: ratio(of('invoices', 'invoices/s'), of('pgbench', 'invoices/s')),
    },
  },
  {
    name: `create and issue with ${String(clients)} clients, p99`,
    ...{ unit: 'ms', target: { atMost: 80 }, of: of('invoices', 'p99 ms') },
  },
  {
    name: `the same among ${String(few)} bills, of among ${String(many)}`,
    ...{
      unit: 'ratio',
      target: { atMost: 1.25 },
      of: ratio(of('invoices', 'invoices/s'), of('invoices, all bills', 'invoices/s')),
    },
  },
  {
    name: 'issued until posted at 50/s, p50',
    ...{ unit: 'ms', target: { atMost: 50 }, of: of('50/s', 'p50 ms') },
  },
  {
    name: 'issued until posted at 50/s, p99',
    ...{ unit: 'ms', target: { atMost: 500 }, of: of('50/s', 'p99 ms') },
  },
  {
    name: `page of 50 among ${String(many)} bills, p95`,
    ...{ unit: 'ms', target: { atMost: 30 }, of: of('list, all bills', 'p95 ms') },
  },
  {
    name: `the same, of among ${String(few)}`,
    ...{
      unit: 'ratio',
      target: { atMost: 1.25 },
      of: ratio(of('list, all bills', 'p50 ms'), of('list', 'p50 ms')),
    },
  },
];
