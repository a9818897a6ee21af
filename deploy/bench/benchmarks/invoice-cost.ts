import { aSale, query } from '@dhanman/testing';
import type { Benchmark, Prepared, Sample } from '../benchmark.ts';
import { type BillingCompany, BillingHouse } from '../parts/billing-house.ts';
import { cpuMilliseconds } from '../process-cost.ts';

const perRound = 60;
/** A company's numbers are given one after the other: more at once would only wait for each other. */
const atOnce = 2;

export const benchmark: Benchmark = {
  about:
    'An invoice of one line, created and issued over HTTP until the ledger has posted it and Sales knows: processor ' +
    'time of both services and of the backends of their databases, and how much the two databases grow.',
  prepare,
};

type Spawned = BillingHouse['sales'];

async function prepare(note: (text: string) => void): Promise<Prepared> {
  const house = await BillingHouse.open();
  try {
    const company = await house.company(aSale);
    const issue = (count: number) => issueMany(house, company, count);
    note('warm up');
    await issue(perRound);
    const invoice = { name: 'invoice', measure: () => costOf(house, () => issue(perRound)) };
    return { contenders: [invoice], rounds: 3, figures: [], close: () => house.close() };
  } catch (error) {
    await house.close();
    throw error;
  }
}

async function issueMany(house: BillingHouse, company: BillingCompany, count: number): Promise<void> {
  let left = count;
  const worker = async (): Promise<void> => {
    while (left-- > 0) await company.issue(await company.draft());
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  await house.idle();
}

async function costOf({ sales, common }: BillingHouse, work: () => Promise<void>): Promise<Sample> {
  const before = await spent(sales, common);
  await work();
  const after = await spent(sales, common);
  return Object.fromEntries(
    Object.entries(after).map(([name, value]) => [name, (value - (before[name] ?? 0)) / perRound]),
  );
}

async function spent(sales: Spawned, common: Spawned): Promise<Record<string, number>> {
  return {
    'CPU ms of Sales': cpuMilliseconds(sales.process.pid),
    'CPU ms of Common': cpuMilliseconds(common.process.pid),
    'CPU ms of Postgres': (await backendsOf(sales)) + (await backendsOf(common)),
    'bytes in Sales': await sizeOf(sales),
    'bytes in Common': await sizeOf(common),
  };
}

/** Pools keep their connections, so what a backend has used stays to be read. */
async function backendsOf({ database }: Spawned): Promise<number> {
  const backends = await query<{ pid: number }>(
    database.adminUrl,
    'select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  );
  return backends.reduce((sum, { pid }) => sum + cpuMilliseconds(pid), 0);
}

async function sizeOf({ database }: Spawned): Promise<number> {
  const [row] = await query<{ bytes: string }>(
    database.adminUrl,
    'select pg_database_size(current_database()) as bytes',
  );
  return Number(row?.bytes);
}
