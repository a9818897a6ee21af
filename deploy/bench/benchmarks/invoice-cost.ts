import type { CompanyDto, CustomerDto, InvoiceDto } from '@dhanman/contracts';
import { permissions } from '@dhanman/contracts';
import { newId } from '@dhanman/kernel';
import { aMember, aSale, aToken, freshVirtualHost, query, spawnService, until } from '@dhanman/testing';
import type { Benchmark, Prepared, Sample } from '../benchmark.ts';
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

type Spawned = Awaited<ReturnType<typeof spawnService>>;

async function prepare(note: (text: string) => void): Promise<Prepared> {
  const vhost = await freshVirtualHost();
  const [sales, common] = await Promise.all([
    spawnService('sales', { vhost }),
    spawnService('common', { vhost }),
  ]);
  const close = async (): Promise<void> => {
    for (const service of [sales, common]) await service.drop();
    await vhost.drop();
  };
  try {
    const issue = await issuer(sales, common);
    note('warm up');
    await issue(perRound);
    const invoice = { name: 'invoice', measure: () => costOf(sales, common, () => issue(perRound)) };
    return { contenders: [invoice], rounds: 3, figures: [], close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function costOf(sales: Spawned, common: Spawned, work: () => Promise<void>): Promise<Sample> {
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

async function issuer(sales: Spawned, common: Spawned): Promise<(count: number) => Promise<void>> {
  const organizationId = newId();
  await aMember(common, { organizationId });
  const tell = async <T>(
    service: Spawned,
    path: string,
    body: object,
    companies: string[] = [],
  ): Promise<T> => {
    const token = await aToken({ organizationId, companies, permissions });
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const url = service.process.url + path;
    const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${path}: ${String(answer.status)} ${await answer.text()}`);
    return (await answer.json()) as T;
  };
  const company = await tell<CompanyDto>(common, '/api/v1/companies', { name: 'Asha Traders' });
  const books = `/api/v1/companies/${company.id}`;
  const inSales = <T>(path: string, body: object) => tell<T>(sales, books + path, body, [company.id]);
  const customer = await inSales<CustomerDto>('/customers', { name: 'Ravi' });
  const one = () => inSales<InvoiceDto>('/invoices', aSale(customer.id));
  // The company is on its way to Sales.
  await until(one, { deadlineMs: 30_000 });
  return async (count) => {
    let left = count;
    const worker = async (): Promise<void> => {
      while (left-- > 0) {
        const { id } = await one();
        await inSales(`/invoices/${id}/issue`, { on: '2026-04-01' });
      }
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
    await until(async () => (await underWay(sales)) === 0, { deadlineMs: 60_000, what: 'all are posted' });
  };
}

async function underWay({ database }: Spawned): Promise<number> {
  const [row] = await query<{ count: number }>(
    database.adminUrl,
    `select count(*)::integer as count from invoice where state = 'issued'`,
  );
  return row?.count ?? 0;
}
