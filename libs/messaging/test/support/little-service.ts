import { AsyncLocalStorage } from 'node:async_hooks';
import type { ServiceName } from '@dhanman/contracts';
import { newId } from '@dhanman/kernel';
import { server, type VirtualHost } from '@dhanman/testing';
import { type INestMicroservice, Logger, Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import pg from 'pg';
import { DataSource, type EntityManager } from 'typeorm';
import {
  type Correlation,
  createMessageTables,
  type MessageDatabase,
  MessageLayer,
  type MessagingOptions,
} from '../../src/index.js';
import { contracts } from './contracts.js';
import { eventually } from './eventually.js';

Logger.overrideLogger(process.env['TEST_LOG'] ? ['error', 'warn', 'log'] : false);

export const organizationId = newId();
export const companyId = newId();

/** Fast enough for tests, and with more than one step. */
export const quickDelays = [
  { name: 'soon', ms: 50 },
  { name: 'later', ms: 150 },
];

export interface LittleServiceOptions {
  readonly service: ServiceName;
  readonly vhost: VirtualHost;
  readonly handlers?: readonly Type[];
  /** A table for what handlers do, without any key that would hide a second effect. */
  readonly tables?: string;
  readonly messaging?: Partial<MessagingOptions>;
}

@Module({})
class LittleModule {}

/** A service reduced to its database and its message layer, with the transactions a real one would have. */
export class LittleService {
  readonly correlation = new AsyncLocalStorage<Correlation>();

  private constructor(
    readonly source: DataSource,
    readonly messaging: MessageLayer,
    readonly database: MessageDatabase,
    private readonly name: string,
  ) {}

  private app: INestMicroservice | undefined;

  static async start(options: LittleServiceOptions): Promise<LittleService> {
    const service = await LittleService.prepare(options);
    await service.open(options.handlers ?? []);
    return service;
  }

  /** With its database, but neither sending nor receiving yet. */
  static async prepare({
    service,
    vhost,
    tables,
    messaging: extra,
  }: LittleServiceOptions): Promise<LittleService> {
    const name = await freshDatabase(tables);
    const source = await connect(name);
    const database = databaseOf(source);
    const correlation = new AsyncLocalStorage<Correlation>();
    const store = { current: () => correlation.getStore(), run: correlation.run.bind(correlation) };
    const retryAfter = quickDelays;
    const common = {
      service,
      source,
      amqpUrl: vhost.url,
      contracts,
      database,
      correlation: store,
      retryAfter,
    };
    const messaging = new MessageLayer({ ...common, ...extra });
    const little = new LittleService(source, messaging, database, name);
    return Object.assign(little, { correlation });
  }

  async open(handlers: readonly Type[]): Promise<void> {
    const module = { module: LittleModule, controllers: [...handlers] };
    this.app = await NestFactory.createMicroservice(module, {
      strategy: this.messaging.strategy,
      logger: false,
      abortOnError: false,
    });
    this.app.useGlobalFilters(...this.messaging.filters);
    await this.app.listen();
    await this.messaging.start();
    await eventually(() => this.messaging.isConnected);
  }

  async transaction<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.database.transaction({ organizationId, companyId }, work, { isIdempotent: true });
  }

  async rows<Row = Record<string, unknown>>(
    sql: string,
    parameters: readonly unknown[] = [],
  ): Promise<readonly Row[]> {
    return this.database.query<Row>(sql, parameters);
  }

  async count(table: string): Promise<number> {
    const [row] = await this.rows<{ count: number }>(`select count(*)::int from ${table}`);
    return row!.count;
  }

  async stop(): Promise<void> {
    await this.app?.close();
    await this.messaging.stop();
    if (this.source.isInitialized) await this.source.destroy();
    await dropDatabase(this.name);
  }
}

export async function dropDatabase(name: string): Promise<void> {
  await asAdmin((admin) => admin.query(`drop database if exists "${name}" with (force)`));
}

export async function freshDatabase(tables = ''): Promise<string> {
  const name = `test-${newId()}`;
  await asAdmin((admin) => admin.query(`create database "${name}"`));
  const source = await connect(name);
  const runner = source.createQueryRunner();
  await createMessageTables(runner);
  if (tables !== '') await runner.query(tables);
  await runner.release();
  await source.destroy();
  return name;
}

export function urlOf(database: string): string {
  const url = new URL(server('postgres'));
  url.pathname = `/${database}`;
  return url.toString();
}

async function connect(database: string): Promise<DataSource> {
  return new DataSource({ type: 'postgres', url: urlOf(database), installExtensions: false }).initialize();
}

export function databaseOf(source: DataSource): MessageDatabase {
  return {
    transaction: (scope, work) =>
      source.transaction(async (tx) => {
        await tx.query(
          `select set_config('app.organization_id', $1, true), set_config('app.company_id', $2, true)`,
          [scope.organizationId, scope.companyId ?? ''],
        );
        return work(tx);
      }),
    async query<Row>(sql: string, parameters: readonly unknown[] = []): Promise<readonly Row[]> {
      const answer = await source.query<unknown>(sql, [...parameters]);
      return answer as readonly Row[];
    },
  };
}

async function asAdmin(work: (admin: pg.Client) => Promise<unknown>): Promise<void> {
  const admin = new pg.Client({ connectionString: server('postgres') });
  await admin.connect();
  await work(admin);
  await admin.end();
}
