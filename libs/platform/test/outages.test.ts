import { setTimeout as pause } from 'node:timers/promises';
import { permissions } from '@dhanman/contracts';
import { newId } from '@dhanman/kernel';
import {
  aToken,
  FaultProxy,
  query,
  server,
  startService,
  type StartedService,
  until,
} from '@dhanman/testing';
import { afterEach, describe, expect, test } from '@jest/globals';
import { migrate, provisionDatabase } from '../src/index.js';
import { database, notes } from './support/notes.js';
import { PrivatePostgres } from './support/private-postgres.js';

const cleanups: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

interface Answer {
  readonly id: string | undefined;
  readonly status: number;
  readonly retryAfter: string | null;
  readonly ms: number;
}

async function writerOf(started: StartedService): Promise<() => Promise<Answer>> {
  const companyId = newId();
  const token = await aToken({ organizationId: newId(), companies: [companyId], permissions });
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  return async () => {
    const start = performance.now();
    const body = JSON.stringify({ text: newId() });
    const response = await fetch(`${started.url}/api/v1/companies/${companyId}/notes`, {
      method: 'POST',
      headers,
      body,
    });
    const { id } = (await response.json()) as { id?: string };
    return {
      id,
      status: response.status,
      retryAfter: response.headers.get('retry-after'),
      ms: performance.now() - start,
    };
  };
}

/** What tests do not have, because the machines they run on may stand still for a second. */
const asInProduction = { DATABASE_REACH_MS: '900' };

describe('when Postgres is killed under load and started again', () => {
  test('requests are refused with 503 meanwhile, the service heals by itself, and nothing acknowledged is lost', async () => {
    const postgres = await PrivatePostgres.start();
    cleanups.push(() => postgres.drop());
    const passwords = { owner: 'o', app: 'a', read: 'r' };
    const { urls } = await provisionDatabase(postgres.adminUrl, {
      environment: 'test',
      service: 'notes',
      passwords,
    });
    await migrate(database, urls.owner);
    const started = await startService(notes, { overrides: { DATABASE_URL: urls.app } });
    cleanups.push(() => started.stop());

    const write = await writerOf(started);
    const answers: Answer[] = [];
    let isOver = false;
    const writers = Array.from({ length: 6 }, async () => {
      while (!isOver) answers.push(await write());
    });
    await until(() => answers.length > 50, { deadlineMs: 15_000 });
    await postgres.kill();
    await until(() => answers.at(-1)?.status === 503);
    await postgres.run();
    const acceptedAt = performance.now();
    await until(() => answers.at(-1)?.status === 201, { deadlineMs: 5_000 });
    expect(performance.now() - acceptedAt).toBeLessThan(3_000);
    isOver = true;
    await Promise.all(writers);

    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201, 503]));
    for (const { status, retryAfter } of answers) expect(retryAfter !== null).toBe(status === 503);
    const admin = postgres.adminUrl.replace(/postgres$/, 'test-dhanman-notes');
    const stored = new Set((await query<{ id: string }>(admin, 'select id from note')).map(({ id }) => id));
    const lost = answers.filter(({ status, id }) => status === 201 && !stored.has(id!));
    expect(lost).toEqual([]);
  }, 60_000);
});

describe('when packets to Postgres disappear', () => {
  test('requests fail within two seconds, and succeed within two seconds of the network healing', async () => {
    const proxy = await FaultProxy.inFrontOf(server('postgres'));
    cleanups.push(() => proxy.stop());
    const started = await startService(notes, {
      overrides: ({ database: own }) => ({ DATABASE_URL: proxy.addressFor(own.appUrl), ...asInProduction }),
    });
    cleanups.push(() => started.stop());
    const write = await writerOf(started);
    const warm = await Promise.all(Array.from({ length: 12 }, write));
    expect(warm.map(({ status }) => status)).toEqual(Array(12).fill(201));

    proxy.inject({ kind: 'black-hole' });
    const outage = Promise.all(
      Array.from({ length: 30 }, async (_, index) => {
        await pause(index * 100);
        return write();
      }),
    );
    for (const { status, ms, retryAfter } of await outage) {
      expect({ status, retryAfter }).toEqual({ status: 503, retryAfter: '2' });
      expect(ms).toBeLessThan(2_000);
    }
    expect((await started.agent.get('/health/ready')).status).toBe(503);
    expect((await started.agent.get('/health')).status).toBe(200);

    proxy.heal();
    const healedAt = performance.now();
    await until(async () => (await write()).status === 201, { deadlineMs: 5_000 });
    expect(performance.now() - healedAt).toBeLessThan(2_000);
    const after = await Promise.all(Array.from({ length: 24 }, write));
    expect(after.map(({ status }) => status)).toEqual(Array(24).fill(201));
  }, 60_000);
});
