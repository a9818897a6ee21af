import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Problem } from '@dhanman/contracts';
import { Agent, request } from 'node:https';
import { availableParallelism } from 'node:os';
import { until } from '@dhanman/testing';
import { environments, hostOf } from '../../topology.ts';
import { ask, storm } from './ask.ts';
import { startSite, type Site } from './site.ts';
import type { StubService } from './stub-service.ts';

const sales = hostOf(environments.prod, 'sales');
const payroll = hostOf(environments.prod, 'payroll');
const customers = '/api/v1/companies/1/customers';
let site: Site;
let instances: readonly StubService[];
const executions = () => instances.reduce((sum, { seen }) => sum + seen.length, 0);

beforeAll(async () => {
  site = await startSite();
  instances = [site.stub('dhanman-prod-sales'), site.stub('dhanman-prod-sales.2')];
});
beforeEach(() => instances.forEach((instance) => instance.forget()));
afterAll(() => site.stop());

describe('an instance dies while it works on a request', () => {
  test.each(['POST', 'PATCH'])('a %s is done once and never sent to the other', async (method) => {
    for (let round = 1; round <= 20; round += 1) {
      const answer = await ask(site, sales, `${customers}/dies`, { method, body: '{}' });
      expect(answer.status).toBe(502);
      expect(Problem.parse(JSON.parse(answer.body)).code).toBe('service-unreachable');
      expect(executions()).toBe(round);
    }
  });

  test('a GET is tried at the other', async () => {
    const answer = await ask(site, sales, `${customers}/dies`);
    expect(answer.status).toBe(502);
    expect(instances.map(({ seen }) => seen.length)).toEqual([1, 1]);
  });
});

test('reads go on when one of two instances is gone, and so do writes it never received', async () => {
  const other = await startSite();
  await other.stub('dhanman-prod-sales').stop();
  const reads = await storm(20, () => ask(other, sales, customers));
  const writes = await storm(20, () => ask(other, sales, customers, { method: 'POST', body: '{}' }));
  expect([reads.answers, writes.answers]).toEqual([{ 200: 20 }, { 200: 20 }]);
  expect(other.stub('dhanman-prod-sales.2').seen).toHaveLength(40);
  await other.stop();
});

test('a service that is away is a problem with its own code, at once', async () => {
  const other = await startSite();
  await other.stub('dhanman-prod-payroll').stop();
  const started = performance.now();
  const answer = await ask(other, payroll, customers);
  expect(performance.now() - started).toBeLessThan(1_000);
  expect(answer.status).toBe(502);
  expect(answer.headers).toMatchObject({ 'retry-after': '2', 'content-type': 'application/problem+json' });
  await other.stop();
});

test('connections to a service are kept, so that a hundred requests need few', async () => {
  const stub = site.stub('dhanman-prod-payroll');
  for (let sent = 0; sent < 100; sent += 1) await ask(site, payroll, customers);
  expect(stub.seen.length).toBeGreaterThanOrEqual(100);
  expect(stub.connectionsMade).toBeLessThanOrEqual(availableParallelism() + 1); // one per nginx worker
});

test('the less busy instance is chosen', async () => {
  const held = Array.from({ length: 6 }, () => openStream(sales));
  await until(() => executions() === 6);
  const [first, second] = instances.map(({ seen }) => seen.length);
  expect([first, second]).toEqual([3, 3]);
  for (const stream of held) stream.close();
});

test('server-sent events arrive as they are sent', async () => {
  const stream = openStream(payroll);
  await expect(stream.first).resolves.toBe('data: first\n\n');
  stream.close();
});

function openStream(host: string): { readonly first: Promise<string>; close(): void } {
  const path = '/api/v1/companies/1/runs/7/stream';
  const options = { host: '127.0.0.1', port: site.httpsPort, servername: host, ca: site.certificate };
  const sent = request({ ...options, agent: new Agent(), path, headers: { host } });
  sent.on('error', () => undefined); // ours: the stream has no other end
  const first = new Promise<string>((resolve) =>
    sent.on('response', (response) => response.once('data', (chunk: Buffer) => resolve(chunk.toString()))),
  );
  sent.end();
  return { first, close: () => sent.destroy() };
}
