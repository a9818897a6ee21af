import { type Envelope, job, type Message } from '@dhanman/contracts';
import { newId } from '@dhanman/kernel';
import { createMessageTables } from '@dhanman/messaging';
import {
  freshDatabase,
  type FreshDatabase,
  freshRedisDatabase,
  query,
  type RedisDatabase,
  until,
} from '@dhanman/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Queue, UnrecoverableError } from 'bullmq';
import { Redis } from 'ioredis';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { z } from 'zod';
import { DatabaseConnection } from '../src/database/connection.js';
import { defineDatabase } from '../src/database/define-database.js';
import type { JobHandler } from '../src/jobs/job.js';
import { JobLedger } from '../src/jobs/job-ledger.js';
import { JobLocks } from '../src/jobs/job-locks.js';
import { JobQueues } from '../src/jobs/job-queues.js';
import { JobWorkers } from '../src/jobs/job-workers.js';
import { createLogger } from '../src/observability/logger.js';

const RemindCustomer = job('sales.remind-customer.v1', {
  summary: 'Reminds a customer of an invoice.',
  payload: z.object({ invoice: z.string() }),
  queue: 'critical',
});

class Messages1 implements MigrationInterface {
  readonly name = 'Messages1760000010000';
  async up(queryRunner: QueryRunner): Promise<void> {
    await createMessageTables(queryRunner);
  }
  async down(): Promise<void> {}
}

const definition = defineDatabase({ tables: [], migrations: [Messages1] });
const logger = createLogger({
  LOG_LEVEL: 'error',
  ENVIRONMENT: 'test',
  SERVICE_VERSION: '0',
  service: 'sales',
} as never);

let database: FreshDatabase;
let redis: RedisDatabase;
let connection: DatabaseConnection;
let queues: JobQueues;
let workers: JobWorkers;

/** What reminders are told to do, by invoice; the number counts from 1 for each. */
const acts = new Map<string, (run: number) => Promise<void>>();
const runs = new Map<string, number>();

beforeAll(async () => {
  [database, redis] = [await freshDatabase('jobs', definition), await freshRedisDatabase('redisJobs')];
  connection = new DatabaseConnection(
    definition,
    { url: database.appUrl, poolSize: 5, service: 'sales' },
    () => undefined,
  );
  await connection.open(async () => undefined);
  queues = new JobQueues(redis.url, 'sales', [RemindCustomer]);
  workers = aWorker();
  workers.start();
});

afterAll(async () => {
  await workers.stop();
  await queues.close();
  await connection.close();
  await redis.drop();
  await database.drop();
});

function aWorker(): JobWorkers {
  const handler: JobHandler = {
    contract: RemindCustomer,
    async run(message) {
      const { payload } = message as Message<typeof RemindCustomer>;
      const run = (runs.get(payload.invoice) ?? 0) + 1;
      runs.set(payload.invoice, run);
      await acts.get(payload.invoice)?.(run);
    },
  };
  return new JobWorkers({
    ...{ service: 'sales', redisUrl: redis.url, queues, logger },
    handlers: new Map([[RemindCustomer.name, handler]]),
    ledger: new JobLedger(connection.database),
    locks: new JobLocks(connection.clients),
  });
}

/** Owed since a commit, as `publish` leaves it. */
async function owe(act?: (run: number) => Promise<void>): Promise<{ id: string; invoice: string }> {
  const [id, invoice] = [newId(), newId()];
  if (act) acts.set(invoice, act);
  const envelope: Partial<Envelope> = { source: 'sales', organizationId: newId() };
  await query(
    database.appUrl,
    `insert into job (id, contract, once, organization, correlation_id, envelope, payload)
     values ($1, $2, $6, $3, $6, $4, $5)`,
    [id, RemindCustomer.name, newId(), JSON.stringify(envelope), JSON.stringify({ invoice }), id],
  );
  return { id, invoice };
}

async function stateOf(id: string): Promise<{ state: string; attempts: number; error: string | null }> {
  const [row] = await query<{ state: string; attempts: number; error: string | null }>(
    database.appUrl,
    'select state, attempts, error from job where id = $1',
    [id],
  );
  return row!;
}

async function failedInRedis(): Promise<readonly (string | undefined)[]> {
  const queue = new Queue('sales-critical', { connection: { url: redis.url } });
  const failed = await queue.getFailed();
  await queue.close();
  return failed.map(({ id }) => id);
}

async function hasState(id: string, state: string): Promise<boolean> {
  return (await stateOf(id)).state === state;
}

describe('a job', () => {
  test('that is owed is done once, however often its id is added', async () => {
    const { id, invoice } = await owe();
    for (let copy = 0; copy < 5; copy += 1) await queues.add(RemindCustomer.name, id);
    await until(() => hasState(id, 'done'));
    await queues.add(RemindCustomer.name, id);
    const next = await owe();
    await queues.add(RemindCustomer.name, next.id);
    await until(() => hasState(next.id, 'done'));
    expect(runs.get(invoice)).toBe(1);
  });

  test('that fails is tried again and says why meanwhile', async () => {
    const { id, invoice } = await owe(async (run) => {
      if (run === 1) throw new Error('the mail server is away');
    });
    await queues.add(RemindCustomer.name, id);
    await until(async () => (await stateOf(id)).error === 'Error: the mail server is away');
    await until(() => hasState(id, 'done'));
    expect(runs.get(invoice)).toBe(2);
  });

  test('that was given up is done, with all its attempts, when it is owed again', async () => {
    const { id, invoice } = await owe(async (run) => {
      if (run === 1) throw new UnrecoverableError('no such customer');
      if (run === 2) throw new Error('the mail server is away');
    });
    await queues.add(RemindCustomer.name, id);
    await until(async () => (await failedInRedis()).includes(id));
    expect(runs.get(invoice)).toBe(1);
    await queues.add(RemindCustomer.name, id);
    await until(() => hasState(id, 'done'));
    expect(runs.get(invoice)).toBe(3);
  });

  test('that Redis has lost is done all the same', async () => {
    const { id } = await owe();
    const client = new Redis(redis.url);
    await client.flushdb();
    client.disconnect();
    await workers.sweep(0);
    await until(() => hasState(id, 'done'));
  });

  test('is free for another process when it was let go, however many were taken at once', async () => {
    const [first, second] = [new JobLocks(connection.clients), new JobLocks(connection.clients)];
    const ids = Array.from({ length: 3 }, () => newId());
    expect(await Promise.all(ids.map(async (id) => first.take(id)))).toEqual([true, true, true]);
    await Promise.all(ids.map(async (id) => first.release(id)));
    expect(await Promise.all(ids.map(async (id) => second.take(id)))).toEqual([true, true, true]);
    await Promise.all([first.close(), second.close()]);
  });

  test('is not run by a second worker while the first is still at it', async () => {
    const finish = Promise.withResolvers<undefined>();
    const { id, invoice } = await owe(async () => finish.promise);
    await queues.add(RemindCustomer.name, id);
    await until(() => runs.get(invoice) === 1);
    const second = new JobLocks(connection.clients);
    expect(await second.take(id)).toBe(false);
    await second.close();
    finish.resolve(undefined);
    await until(() => hasState(id, 'done'));
    expect(runs.get(invoice)).toBe(1);
  });
});
