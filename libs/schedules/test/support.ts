import { AsyncLocalStorage } from 'node:async_hooks';
import { contracts, type Scheduled } from '@dhanman/contracts';
import type { Id } from '@dhanman/kernel';
import { type Correlation, createMessageTables, MessageLayer, messageTables } from '@dhanman/messaging';
import { Alarms, DatabaseConnection, defineDatabase } from '@dhanman/platform';
import {
  FixedClock,
  freshDatabase,
  type FreshDatabase,
  freshRedisDatabase,
  query,
  type RedisDatabase,
} from '@dhanman/testing';
import type { EntityManager, MigrationInterface, QueryRunner } from 'typeorm';
import { createScheduleTables, Scheduler, scheduleTables } from '../src/index.js';

class Tables1 implements MigrationInterface {
  readonly name = 'Tables1760000021000';
  async up(queryRunner: QueryRunner): Promise<void> {
    await createMessageTables(queryRunner);
    await createScheduleTables(queryRunner);
  }
  async down(): Promise<void> {}
}

const definition = defineDatabase({
  tables: [],
  migrations: [Tables1],
  sharedTables: [...messageTables, ...scheduleTables],
});

export interface Owed extends Scheduled {
  readonly contract: string;
}

/** Common reduced to its schedules and what they make it owe; the time is the test's. */
export class SchedulesAlone {
  readonly clock = new FixedClock('2026-04-01T00:00:00Z');
  readonly errors: unknown[] = [];

  private constructor(
    readonly database: FreshDatabase,
    readonly redis: RedisDatabase,
    readonly alarms: Alarms,
    private readonly connection: DatabaseConnection,
  ) {}

  static async open(): Promise<SchedulesAlone> {
    const database = await freshDatabase('schedules', definition);
    const redis = await freshRedisDatabase('redisJobs');
    const connection = new DatabaseConnection(
      definition,
      { url: database.appUrl, poolSize: 8, service: 'common' },
      () => undefined,
    );
    await connection.open(async () => undefined);
    const storage = new AsyncLocalStorage<Correlation>();
    const correlation = { current: () => storage.getStore(), run: storage.run.bind(storage) };
    const { source, database: db } = connection;
    // Never started: what is owed stays in the outbox, where the test finds it.
    const nowhere = 'amqp://127.0.0.1:1';
    new MessageLayer({ service: 'common', amqpUrl: nowhere, contracts, source, database: db, correlation });
    return new SchedulesAlone(database, redis, new Alarms(redis.url, 'common'), connection);
  }

  /** One of the processes that look after the same schedules. */
  scheduler(): Scheduler {
    const logger = { error: (...of: unknown[]) => void this.errors.push(of) };
    return new Scheduler({
      ...{ database: this.connection.database, alarms: this.alarms, clock: this.clock, logger },
    });
  }

  async transaction<T>(organizationId: Id, work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.connection.database.transaction({ organizationId }, work);
  }

  async owed(organizationId: Id): Promise<readonly Owed[]> {
    const rows = await query<{ contract: string; payload: Scheduled }>(
      this.database.adminUrl,
      'select contract, payload from outbox where envelope ->> $1 = $2 order by id',
      ['organizationId', organizationId],
    );
    return rows.map(({ contract, payload }) => ({ contract, ...payload }));
  }

  /** Something that a careless person might do to the tables. */
  async spoil(sql: string, values: readonly unknown[] = []): Promise<void> {
    await query(this.database.adminUrl, sql, values);
  }

  async close(): Promise<void> {
    await this.alarms.close();
    await this.connection.close();
    await this.redis.drop();
    await this.database.drop();
  }
}
