// Two instances of a service behind production's vhosts are restarted in turn while people work, each taken out of
// nginx before and put back when it is ready, as a release does. Nobody notices.
import { newId } from '@dhanman/kernel';
import { aToken, freePort, ServiceProcess, spawnService, type SpawnedService } from '@dhanman/testing';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { environments, hostOf, serviceNamed } from '../../topology.ts';
import { ask } from '../nginx/ask.ts';
import { startSite, type Site } from '../nginx/site.ts';

const restarts = 6;
const people = 4;
/** What a person needs to look at an answer; without it the test would only show how two cores starve. */
const thinkingMs = 25;
const host = hostOf(environments.prod, 'sales');
const companyId = newId();
const customers = `/api/v1/companies/${companyId}/customers`;

let first: SpawnedService;
let instances: Instance[];
let site: Site;

beforeAll(async () => {
  first = await spawnService('sales');
  instances = [new Instance(first), new Instance(first, await freePort())];
  await instances[1]!.start();
  instances[0]!.adopt(first.process);
  site = await startSite({
    addressHeader: 'X-Test-Client',
    addresses: { 'dhanman-prod-sales': instances.map(({ address }) => address) },
  });
}, 60_000);

afterAll(async () => {
  await site.stop();
  for (const instance of instances) await instance.kill();
  await first.drop();
}, 30_000);

test('restarting one instance after the other loses no request and doubles none', async () => {
  const token = await aToken({
    organizationId: newId(),
    companies: [companyId],
    permissions: ['dhanman.sales.customer.create', 'dhanman.sales.customer.read'],
  });
  const work = { isOver: false };
  const working = Promise.all(
    Array.from({ length: people }, (_, person) => workUntilOver(work, token, person)),
  );
  try {
    for (let restart = 0; restart < restarts; restart += 1) {
      const leaving = instances[restart % 2]!;
      await site.redirect(serviceNamed('sales'), [instances[(restart + 1) % 2]!.address]);
      await leaving.restart();
      await site.redirect(
        serviceNamed('sales'),
        instances.map(({ address }) => address),
      );
    }
  } finally {
    work.isOver = true;
  }
  const done = await working;

  expect(done.flatMap(({ refusals }) => refusals)).toEqual([]);
  const entered = done.reduce((sum, { entries }) => sum + entries, 0);
  expect(entered).toBeGreaterThan(100);
  expect(await countOf(token)).toBe(entered);
  expect(instances.map(({ exits }) => exits)).toEqual([
    Array(restarts / 2).fill({ code: 0, signal: null }),
    Array(restarts / 2).fill({ code: 0, signal: null }),
  ]);
}, 300_000);

/** One of two processes with the same database. */
class Instance {
  readonly exits: unknown[] = [];
  readonly #environment: Readonly<Record<string, string>>;
  readonly #secrets: Readonly<Record<string, string>>;
  #process: ServiceProcess | undefined;

  constructor({ environment, secrets }: SpawnedService, port = Number(environment['PORT'])) {
    this.#environment = { ...environment, PORT: String(port) };
    this.#secrets = secrets;
  }

  get address(): string {
    return `127.0.0.1:${this.#environment['PORT']}`;
  }

  adopt(process: ServiceProcess): void {
    this.#process = process;
  }

  async start(): Promise<void> {
    const environment = { ...this.#environment, METRICS_PORT: String(await freePort()) };
    this.#process = ServiceProcess.start({ service: 'sales', environment, secrets: this.#secrets });
    await this.#process.ready(60_000);
  }

  async restart(): Promise<void> {
    this.exits.push(await this.#process?.stop());
    await this.start();
  }

  async kill(): Promise<void> {
    await this.#process?.kill();
  }
}

interface Work {
  readonly entries: number;
  readonly refusals: readonly string[];
}

/** Enters a customer, looks at the list, and again; each person comes from a network of their own. */
async function workUntilOver(
  work: { readonly isOver: boolean },
  token: string,
  person: number,
): Promise<Work> {
  const refusals: string[] = [];
  let entries = 0;
  for (let turn = 0; !work.isOver; turn += 1) {
    const headers = {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'x-test-client': `198.51.${turn % 200}.${person}`,
    };
    const body = JSON.stringify({ name: `Customer ${turn} of ${person}`, code: `C${person}-${turn}` });
    const entered = await ask(site, host, customers, { method: 'POST', headers, body });
    if (entered.status === 201) entries += 1;
    else refusals.push(`POST ${entered.status} ${entered.body}`);
    await pause(thinkingMs);
    const listed = await ask(site, host, `${customers}?limit=1`, { headers });
    if (listed.status !== 200) refusals.push(`GET ${listed.status} ${listed.body}`);
  }
  return { entries, refusals };
}

async function countOf(token: string): Promise<number> {
  const headers = { authorization: `Bearer ${token}` };
  let count = 0;
  let cursor: string | null = null;
  do {
    const page = await ask(
      site,
      host,
      `${customers}?limit=100${cursor === null ? '' : `&cursor=${cursor}`}`,
      { headers },
    );
    const { items, nextCursor } = JSON.parse(page.body) as { items: unknown[]; nextCursor: string | null };
    count += items.length;
    cursor = nextCursor;
  } while (cursor !== null);
  return count;
}
