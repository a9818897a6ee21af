import { type Envelope, job, type Message } from '@dhanman/contracts';
import { newId } from '@dhanman/kernel';
import { createMessageTables, settle } from '@dhanman/messaging';
import { freshDatabase, type FreshDatabase, query } from '@dhanman/testing';
import type { EntityManager, MigrationInterface, QueryRunner } from 'typeorm';
import { z } from 'zod';
import { DatabaseConnection } from '../../src/database/connection.js';
import { defineDatabase } from '../../src/database/define-database.js';
import { JobLedger } from '../../src/jobs/job-ledger.js';
import { JobLocks } from '../../src/jobs/job-locks.js';
import { JobQueues } from '../../src/jobs/job-queues.js';
import { JobWorkers } from '../../src/jobs/job-workers.js';
import { createLogger } from '../../src/observability/logger.js';

export const RemindCustomer = job('sales.remind-customer.v1', {
  summary: 'Reminds a customer of an invoice.',
  payload: z.object({ invoice: z.string() }),
  queue: 'critical',
});

class Messages1 implements MigrationInterface {
  readonly name = 'Messages1760000010000';
  async up(queryRunner: QueryRunner): Promise<void> {
    await createMessageTables(queryRunner);
    // Without any key that would hide a second effect.
    await queryRunner.query('create table reminder (invoice text)');
  }
  async down(): Promise<void> {}
}

const definition = defineDatabase({ tables: [], migrations: [Messages1], sharedTables: ['reminder'] });
const logger = createLogger({
  LOG_LEVEL: 'error',
  ENVIRONMENT: 'test',
  SERVICE_VERSION: '0',
  service: 'sales',
} as never);

/** Jobs of Sales that are owed, and workers that do them: each reminder is a row, written as a job should. */
export class OwedJobs {
  private readonly workers: JobWorkers[] = [];

  private constructor(
    readonly database: FreshDatabase,
    readonly queues: JobQueues,
    private readonly redisUrl: string,
    private readonly connection: DatabaseConnection,
  ) {}

  static async open(redisUrl: string): Promise<OwedJobs> {
    const database = await freshDatabase('jobs-crash', definition);
    const settings = { url: database.appUrl, poolSize: 8, service: 'sales' };
    const connection = new DatabaseConnection(definition, settings, () => undefined);
    await connection.open(async () => undefined);
    return new OwedJobs(database, new JobQueues(redisUrl, 'sales', [RemindCustomer]), redisUrl, connection);
  }

  /** Another process of the service, as far as jobs are concerned. */
  startWorker(): JobWorkers {
    const run = async (message: Message): Promise<void> => this.remind(message);
    const workers = new JobWorkers({
      ...{ service: 'sales', redisUrl: this.redisUrl, queues: this.queues, logger },
      handlers: new Map([[RemindCustomer.name, { contract: RemindCustomer, run }]]),
      ledger: new JobLedger(this.connection.database),
      locks: new JobLocks(this.connection.clients),
    });
    workers.start();
    this.workers.push(workers);
    return workers;
  }

  /** Owed since a commit, and handed to the queue unless Redis is away, as `publish` and the relay do it. */
  async owe(count = 1): Promise<readonly string[]> {
    const ids = Array.from({ length: count }, () => newId());
    const envelope: Partial<Envelope> = { source: 'sales', organizationId: newId() };
    await query(
      this.database.appUrl,
      `insert into job (id, contract, once, organization, correlation_id, envelope, payload)
       select id, $2, id, $3, id, $4, json_build_object('invoice', id) from unnest($1::uuid[]) as id`,
      [ids, RemindCustomer.name, envelope.organizationId, JSON.stringify(envelope)],
    );
    await Promise.all(ids.map((id) => this.queues.add(RemindCustomer.name, id).catch(() => undefined)));
    return ids;
  }

  async count(sql: string): Promise<number> {
    const [row] = await query<{ count: number }>(this.database.adminUrl, `select count(*)::int from ${sql}`);
    return row!.count;
  }

  async close(): Promise<void> {
    for (const workers of this.workers) await workers.stop();
    await this.queues.close();
    await this.connection.close();
    await this.database.drop();
  }

  private async remind(message: Message<typeof RemindCustomer>): Promise<void> {
    const { organizationId } = message.envelope;
    await this.connection.database.transaction({ organizationId }, async (tx: EntityManager) => {
      if (await settle(tx, message))
        await tx.query('insert into reminder values ($1)', [message.payload.invoice]);
    });
  }
}
