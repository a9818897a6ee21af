import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Problem } from '@dhanman/contracts';
import { availableParallelism } from 'node:os';
import { environments, hostOf } from '../../topology.ts';
import { ask, openStream, storm } from './ask.ts';
import { startSite, type Site } from './site.ts';
import type { StubService } from './stub-service.ts';

const sales = hostOf(environments.prod, 'sales');
const payroll = hostOf(environments.prod, 'payroll');
const customers = '/api/v1/companies/1/customers';
let site: Site;
let instances: readonly StubService[];
/** What a test leaves open, however it ends. */
const open: (() => Promise<void> | void)[] = [];
const executions = () => instances.reduce((sum, { seen }) => sum + seen.length, 0);

beforeAll(async () => {
  site = await startSite();
  instances = [site.stub('dhanman-prod-sales'), site.stub('dhanman-prod-sales.2')];
});
beforeEach(() => instances.forEach((instance) => instance.forget()));
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});
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

describe('an instance that is only starting', () => {
  test('hands a read to the other, whose answer is passed on as it is', async () => {
    const answer = await ask(site, sales, `${customers}/starting`);
    expect(answer).toMatchObject({ status: 503, body: 'not yet' });
    expect(instances.map(({ seen }) => seen.length)).toEqual([1, 1]);
  });

  test('refuses a change by itself', async () => {
    const answer = await ask(site, sales, `${customers}/starting`, { method: 'POST', body: '{}' });
    expect(answer.status).toBe(503);
    expect(executions()).toBe(1);
  });
});

test('reads go on when one of two instances is gone, and so do writes it never received', async () => {
  const other = await anotherSite();
  await other.stub('dhanman-prod-sales').stop();
  const reads = await storm(20, () => ask(other, sales, customers));
  const writes = await storm(20, () => ask(other, sales, customers, { method: 'POST', body: '{}' }));
  expect([reads.answers, writes.answers]).toEqual([{ 200: 20 }, { 200: 20 }]);
  expect(other.stub('dhanman-prod-sales.2').seen).toHaveLength(40);
});

test('a service that is away is a problem with its own code, at once', async () => {
  const other = await anotherSite();
  await other.stub('dhanman-prod-payroll').stop();
  const started = performance.now();
  const answer = await ask(other, payroll, customers);
  expect(performance.now() - started).toBeLessThan(1_000);
  expect(answer.status).toBe(502);
  expect(answer.headers).toMatchObject({ 'retry-after': '2', 'content-type': 'application/problem+json' });
});

test('connections to a service are kept, so that a hundred requests need few', async () => {
  const stub = site.stub('dhanman-prod-payroll');
  for (let sent = 0; sent < 100; sent += 1) await ask(site, payroll, customers);
  expect(stub.seen.length).toBeGreaterThanOrEqual(100);
  expect(stub.connectionsMade).toBeLessThanOrEqual(availableParallelism() + 1); // one per nginx worker
});

test('the less busy instance is chosen', async () => {
  await firstEvent(sales); // stays open
  for (let sent = 0; sent < 6; sent += 1) await ask(site, sales, customers);
  expect(instances.map(({ seen }) => seen.length).sort()).toEqual([1, 6]);
});

test('server-sent events arrive as they are sent', async () => {
  await expect(firstEvent(payroll)).resolves.toBe('data: first\n\n');
});

async function anotherSite(): Promise<Site> {
  const other = await startSite();
  open.push(() => other.stop());
  return other;
}

/** Opens a stream, which stays open until the test ends, and waits for what comes first. */
async function firstEvent(host: string): Promise<string> {
  const stream = await openStream(site, host);
  open.push(() => stream.close());
  return stream.first;
}
