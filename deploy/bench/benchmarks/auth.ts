import { newId } from '@dhanman/kernel';
import { aMember, query, surroundingsOfBuilt } from '@dhanman/testing';
import type { Benchmark, Contender, Prepared, Sample } from '../benchmark.ts';
import { FloorProcess } from '../floors/floor-process.ts';
import { fire } from '../load.ts';
import { cpuMilliseconds } from '../process-cost.ts';

const connections = 20;
const secondsPerRound = 3;
const warmUpRequests = 10_000;

export const benchmark: Benchmark = {
  about:
    'GET of a customer in Sales (signature of the token, membership, permission, limits of caller and organization, ' +
    'a transaction under row security) against the same GET, in the same process and with the same statement, open to ' +
    'everybody, outside a transaction and on a login that row policies do not bind.',
  prepare,
};

async function prepare(note: (text: string) => void): Promise<Prepared> {
  // As in production: the token says who, and what they may do is looked up in the service's own copy.
  const overrides = { AUTH_PERMISSIONS_CLAIM: 'ignored', LOG_LEVEL: 'info', DATABASE_POOL_SIZE: '10' };
  const surroundings = await surroundingsOfBuilt('sales', { overrides });
  const { database, environment, secrets } = surroundings;
  const { organizationId, companyId, token } = await aMember({ database }, { grants: [{ role: 'sales' }] });
  const customerId = newId();
  await query(database.adminUrl, insertCustomer, [organizationId, companyId, customerId]);
  const opened = { OPEN_DATABASE_URL: database.adminUrl, OPEN_TENANT: `${organizationId} ${companyId}` };
  const sales = await FloorProcess.run('open-sales.ts', { ...environment, ...secrets, ...opened });
  const close = async (): Promise<void> => {
    await sales.stop();
    await surroundings.drop();
  };
  const contenders = [
    contender('open', sales, { path: `/open/customers/${customerId}`, headers: {} }),
    contender('guarded', sales, {
      path: `/api/v1/companies/${companyId}/customers/${customerId}`,
      headers: { authorization: `Bearer ${token}` },
    }),
  ];
  try {
    await sales.ready(30_000, { path: '/health/ready', status: 200 });
    for (const { name, warmUp } of contenders) {
      note(`warm up ${name}`);
      await warmUp();
    }
    return { contenders, rounds: 9, figures, close };
  } catch (error) {
    await close();
    throw error;
  }
}

const figures: Prepared['figures'] = [
  {
    name: 'throughput of the guarded GET, of the open one',
    unit: 'ratio',
    target: { atLeast: 0.7 },
    of: (round) => rate(round['guarded']) / rate(round['open']),
  },
];

function rate(sample: Sample | undefined): number {
  return sample?.['requests/s'] ?? Number.NaN;
}

interface Asked {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

function contender(name: string, sales: FloorProcess, { path, headers }: Asked) {
  const load = { url: sales.url + path, headers, connections };
  const measure = async (): Promise<Sample> => {
    const before = cpuMilliseconds(sales.pid);
    const { requests = Number.NaN, ...sample } = await fire({ ...load, until: { seconds: secondsPerRound } });
    return { ...sample, 'CPU ms/request': (cpuMilliseconds(sales.pid) - before) / requests };
  };
  const warmUp = (): Promise<Sample> => fire({ ...load, until: { requests: warmUpRequests } });
  return { name, measure, warmUp } satisfies Contender & { readonly warmUp: unknown };
}

const insertCustomer = `
  insert into customer (organization_id, company_id, id, name, email, phone, standing)
  values ($1, $2, $3, 'Sharma Stores', 'accounts@example.com', '+919876543210', 'unregistered')`;
