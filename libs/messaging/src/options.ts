import type { AnyContract, ServiceName } from '@dhanman/contracts';
import type { Id } from '@dhanman/kernel';
import type { DataSource, EntityManager } from 'typeorm';

/** What the message layer asks of the service it lives in. */
export interface MessagingOptions {
  readonly service: ServiceName;
  readonly amqpUrl: string;
  readonly contracts: readonly AnyContract[];
  readonly source: DataSource;
  readonly database: MessageDatabase;
  readonly correlation: CorrelationStore;
  readonly jobs?: JobSink;
  /** How long a failed delivery waits before its second, third … attempt; after the last one it is dead. */
  readonly retryAfter?: readonly Delay[];
}

export interface Delay {
  readonly name: string;
  readonly ms: number;
}

export interface Tenant {
  readonly organizationId: Id;
  readonly companyId?: Id | undefined;
}

export interface MessageDatabase {
  /** All or nothing, seeing only the rows of this tenant; run again from the start after a deadlock. */
  transaction<T>(
    tenant: Tenant,
    work: (tx: EntityManager) => Promise<T>,
    options: { readonly isIdempotent: true },
  ): Promise<T>;
  /** One statement by itself, for the tables of the message layer, which belong to no tenant. */
  query<Row>(sql: string, parameters?: readonly unknown[]): Promise<readonly Row[]>;
}

/** Who and what the running code works for; the platform keeps it. */
export interface Correlation {
  readonly requestId: string;
  readonly correlationId: string;
  organizationId?: string;
  actorId?: string;
  actingFor?: string;
}

export interface CorrelationStore {
  current(): Correlation | undefined;
  run<T>(correlation: Correlation, work: () => T): T;
}

/** Where the relay hands jobs over; adding the same id twice must add one job. */
export interface JobSink {
  add(contract: string, id: string): Promise<void>;
}
