import { permissions } from '@dhanman/contracts';
import { newId } from '@dhanman/kernel';
import {
  aToken,
  aSale,
  FaultProxy,
  query,
  server,
  type ServiceProcess,
  type SpawnedService,
  spawnService,
  startService,
  type StartedService,
  until,
} from '@dhanman/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { sales } from '../src/main.js';

const [organizationId, companyId, userId] = [newId(), newId(), newId()];
const path = `/api/v1/companies/${companyId}/customers`;

interface Sent {
  readonly status: number;
  readonly body: { readonly id?: string; readonly code?: string };
  readonly headers: Headers;
}

async function post(url: string, key: string, details: object, address = path): Promise<Sent> {
  const token = await aToken({ organizationId, companies: [companyId], permissions, userId });
  const answer = await fetch(url + address, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': key,
    },
    body: JSON.stringify(details),
  });
  return {
    status: answer.status,
    body: (await answer.json()) as Sent['body'],
    headers: answer.headers,
  };
}

const stored = async (adminUrl: string, name: string): Promise<number> =>
  (await query(adminUrl, 'select from customer where name = $1', [name])).length;

/** Asked with a body, and nothing is kept of it. */
const isQuestion = (route: string): boolean => /\/(quote|preview)$/.test(route);

describe('a double click', () => {
  let started: StartedService;

  beforeAll(async () => {
    started = await startService(sales);
  });

  afterAll(() => started.stop());

  test('fifty times over makes one customer, and fifty same answers once nobody is at it any more', async () => {
    const [key, name] = [newId(), `Customer ${newId()}`];
    const sent = await Promise.all(Array.from({ length: 50 }, () => post(started.url, key, { name })));
    expect(await stored(started.database.adminUrl, name)).toBe(1);
    const done = sent.filter(({ status }) => status === 201);
    expect(done.length).toBeGreaterThan(0);
    for (const { body } of done) expect(body).toEqual(done[0]!.body);
    for (const { status, body, headers } of sent.filter((answer) => answer.status !== 201)) {
      expect({ status, code: body.code, retryAfter: headers.get('retry-after') }).toEqual({
        ...{ status: 409, code: 'request-in-flight', retryAfter: '1' },
      });
    }
    const later = await post(started.url, key, { name });
    expect(later).toMatchObject({ status: 201, body: done[0]!.body });
  });

  test('on "issue" numbers the invoice once and asks the ledger once', async () => {
    const { adminUrl } = started.database;
    await query(
      adminUrl,
      `insert into company (organization_id, id, revision, name, currency, time_zone, financial_year_start_month, is_active)
       values ($1, $2, 1, 'Asha', 'INR', 'Asia/Kolkata', 4, true)`,
      [organizationId, companyId],
    );
    const customer = await post(started.url, newId(), { name: 'Buyer' });
    const invoices = `/api/v1/companies/${companyId}/invoices`;
    const details = aSale(customer.body.id!);
    const { body } = await post(started.url, newId(), details, invoices);
    const key = newId();
    const issue = `${invoices}/${body.id!}/issue`;
    const first = await post(started.url, key, { on: '2026-04-01' }, issue);
    const second = await post(started.url, key, { on: '2026-04-01' }, issue);
    expect(first).toMatchObject({ status: 200, body: { number: 'SI/2627/0001' } });
    expect(second.body).toEqual(first.body);
    const asked = ['outbox', 'outbox_sent']
      .map((table) => `select message_id from ${table} where contract = 'common.post-transaction.v1'`)
      .join(' union ');
    expect(await query(adminUrl, asked)).toHaveLength(1);
    const other = await post(started.url, key, { on: '2026-04-02' }, issue);
    expect(other).toMatchObject({ status: 422, body: { code: 'idempotency-key-reused' } });
  });

  test('is foreseen on every route that makes something', async () => {
    const { body } = await started.agent.get('/openapi.json').expect(200);
    const { paths } = body as { paths: Record<string, { post?: { parameters: { name: string }[] } }> };
    const posts = Object.entries(paths).flatMap(([route, { post: operation }]) =>
      operation && !isQuestion(route) ? [operation] : [],
    );
    expect(posts.length).toBeGreaterThan(2);
    for (const { parameters } of posts)
      expect(parameters.map(({ name }) => name)).toContain('Idempotency-Key');
  });
});

describe('a service killed while it makes a customer', () => {
  let spawned: SpawnedService;
  let running: ServiceProcess;
  let proxy: FaultProxy;

  beforeAll(async () => {
    proxy = await FaultProxy.inFrontOf(server('postgres'));
    spawned = await spawnService('sales', {
      overrides: ({ secrets }) => ({ DATABASE_URL: proxy.addressFor(secrets['DATABASE_URL']!) }),
    });
    running = spawned.process;
  });

  afterAll(async () => {
    await spawned.drop();
    await proxy.stop();
  });

  /** Kills it at the moment that `comes`, lets it start again, and sends the request again. */
  async function killedWhen(
    comes: () => Promise<boolean>,
    key: string,
    name: string,
    afterDeath: () => Promise<void> = () => Promise.resolve(),
  ): Promise<Sent> {
    const lost = post(running.url, key, { name });
    const outcome = expect(lost).rejects.toThrow('fetch failed');
    await until(comes, { deadlineMs: 5_000 });
    await running.kill();
    await outcome;
    proxy.heal();
    await afterDeath();
    running = await spawned.respawn();
    return post(running.url, key, { name });
  }

  test('before the commit has made none, and makes one when it is asked again', async () => {
    const { adminUrl } = spawned.database;
    const [key, name] = [newId(), `Customer ${newId()}`];
    const holder = new pg.Client({ connectionString: adminUrl });
    await holder.connect();
    await holder.query('begin; lock table customer in exclusive mode');
    const waiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    const isWaiting = async (): Promise<boolean> => (await query(adminUrl, waiting)).length > 0;
    const answer = await killedWhen(isWaiting, key, name, () => holder.end());
    expect(answer.status).toBe(201);
    expect(answer.headers.has('idempotent-replayed')).toBe(false);
    expect(await stored(adminUrl, name)).toBe(1);
  });

  test('after the commit and before the answer has made one, and gives it back when it is asked again', async () => {
    const { adminUrl } = spawned.database;
    const [key, name] = [newId(), `Customer ${newId()}`];
    // The database is heard late, so that its commit is seen by others before the service knows of it.
    proxy.inject({ kind: 'delay', ms: 400 }, 'to-client');
    const answer = await killedWhen(async () => (await stored(adminUrl, name)) > 0, key, name);
    expect(answer.status).toBe(201);
    expect(answer.headers.get('idempotent-replayed')).toBe('true');
    expect(await query(adminUrl, 'select id from customer where name = $1', [name])).toEqual([
      { id: answer.body.id },
    ]);
  });
});
