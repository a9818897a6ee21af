import { newId } from '@dhanman/kernel';
import { aToken, spawnService } from '@dhanman/testing';
import type { Benchmark, Contender, Prepared, Sample } from '../benchmark.ts';
import { FloorProcess } from '../floors/floor-process.ts';
import { fire, type Load } from '../load.ts';
import { cpuMilliseconds } from '../process-cost.ts';

const poolSize = '10';
const connections = 20;
const secondsPerRound = 4;
/** Enough for the compiler to have made up its mind about every function on the way. */
const warmUpRequests = 10_000;

const [organizationId, companyId] = [newId(), newId()];
const path = `/api/v1/companies/${companyId}/customers`;
const body = JSON.stringify({
  name: 'Customer [<id>]',
  email: 'accounts@example.com',
  phone: '+919876543210',
});

export const benchmark: Benchmark = {
  about:
    'POST of a customer through the whole of Sales (token, permission, validation, row security, logs) ' +
    'against a bare Fastify and pg handler running the same statements in the same database.',
  prepare,
};

async function prepare(note: (text: string) => void): Promise<Prepared> {
  const sales = await spawnService('sales', {
    overrides: { DATABASE_POOL_SIZE: poolSize, LOG_LEVEL: 'info' },
  });
  const databaseUrl = sales.secrets['DATABASE_URL'] ?? '';
  const floor = await FloorProcess.start({ databaseUrl, poolSize, organizationId });
  const close = async (): Promise<void> => {
    await floor.stop();
    await sales.drop();
  };
  try {
    await floor.ready(30_000);
    const shoot = await shooter();
    for (const side of [floor, sales.process]) {
      note(`warm up ${side.url}`);
      // A cold process may refuse a little; the rounds may not.
      await shoot(side, { requests: warmUpRequests }).catch(() => undefined);
    }
    const contender = (name: string, side: Side): Contender => {
      return { name, measure: () => withCpu(side, () => shoot(side, { seconds: secondsPerRound })) };
    };
    const contenders = [contender('bare Fastify and pg', floor), contender('Sales', sales.process)];
    return { contenders, rounds: 9, figures, close };
  } catch (error) {
    await close();
    throw error;
  }
}

const figures: Prepared['figures'] = [
  {
    name: 'throughput of Sales, of the bare handler',
    unit: 'ratio',
    target: { atLeast: 0.6 },
    of: (round) => rate(round['Sales']) / rate(round['bare Fastify and pg']),
  },
];

function rate(sample: Sample | undefined): number {
  return sample?.['requests/s'] ?? Number.NaN;
}

/** A process that answers on an address. */
interface Side {
  readonly url: string;
  readonly pid: number;
}

/** The same client settings for both sides: headers, body, connections. */
async function shooter(): Promise<(side: Side, until: Load['until']) => Promise<Sample>> {
  const permissions = ['dhanman.sales.customer.create'];
  const token = await aToken({ organizationId, companies: [companyId], permissions });
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  return ({ url }, until) => fire({ url: url + path, headers, body, connections, until });
}

/** Processor time per request is the measurement that a busy machine distorts least. */
async function withCpu({ pid }: Side, work: () => Promise<Sample>): Promise<Sample> {
  const before = cpuMilliseconds(pid);
  const { requests = Number.NaN, ...sample } = await work();
  return { ...sample, 'CPU ms/request': (cpuMilliseconds(pid) - before) / requests };
}
