import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { newId } from '@dhanman/kernel';
import { aToken, freePort, spawnService, until } from '@dhanman/testing';
import type { Benchmark, Contender, Prepared, Sample } from '../benchmark.ts';
import { fire } from '../load.ts';
import { cpuMilliseconds } from '../process-cost.ts';

const poolSize = '10';
const connections = 20;
const secondsPerRound = 5;
const warmUpSeconds = 4;

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
  const overrides = { DATABASE_POOL_SIZE: poolSize, LOG_LEVEL: 'info' };
  const sales = await spawnService('sales', { overrides });
  const floor = await startFloor(sales.secrets['DATABASE_URL'] ?? '');
  const token = await aToken({
    organizationId,
    companies: [companyId],
    permissions: ['dhanman.sales.customer.create'],
  });
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  const shoot = ({ url }: Side, seconds: number): Promise<Sample> => {
    return fire({ url: url + path, headers, body, connections, seconds });
  };
  const close = async (): Promise<void> => {
    await floor.stop();
    await sales.process.stop();
    await sales.drop();
  };
  const sides: Readonly<Record<string, Side>> = { 'bare Fastify and pg': floor, Sales: sales.process };
  for (const [name, side] of Object.entries(sides)) {
    note(`warm up ${name}`);
    await shoot(side, warmUpSeconds);
  }
  return {
    contenders: Object.entries(sides).map(([name, side]): Contender => {
      return { name, measure: () => withCpu(side, () => shoot(side, secondsPerRound)) };
    }),
    rounds: 7,
    figures: [
      {
        name: 'throughput of Sales, of the bare handler',
        unit: 'ratio',
        target: { atLeast: 0.6 },
        of: (round) => rate(round['Sales']) / rate(round['bare Fastify and pg']),
      },
    ],
    close,
  };
}

/** A process that answers on an address. */
interface Side {
  readonly url: string;
  readonly pid: number;
}

/** Processor time per request is the figure a busy machine distorts least. */
async function withCpu({ pid }: Side, work: () => Promise<Sample>): Promise<Sample> {
  const before = cpuMilliseconds(pid);
  const { requests = Number.NaN, ...sample } = await work();
  return { ...sample, 'CPU ms/request': (cpuMilliseconds(pid) - before) / requests };
}

function rate(sample: Sample | undefined): number {
  return sample?.['requests/s'] ?? Number.NaN;
}

/** In a process of its own with the limits of a service, so that both sides pay the same for the machine. */
async function startFloor(databaseUrl: string): Promise<Side & { stop(): Promise<void> }> {
  const port = await freePort();
  const limits = ['--max-old-space-size=192', '--max-semi-space-size=8'];
  const child = spawn(process.execPath, [...limits, join(import.meta.dirname, '../floors/customers.ts')], {
    env: {
      PORT: String(port),
      DATABASE_URL: databaseUrl,
      DATABASE_POOL_SIZE: poolSize,
      ORGANIZATION_ID: organizationId,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const url = `http://127.0.0.1:${String(port)}`;
  await until(async () => (await fetch(url)).status === 404, { what: 'the bare handler answers' });
  const stop = async (): Promise<void> => {
    child.kill();
    await once(child, 'close');
  };
  return { url, pid: child.pid ?? 0, stop };
}
