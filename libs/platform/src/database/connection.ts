import type { DataSource } from 'typeorm';
import { KeptResults } from '../idempotency/kept-results.js';
import { Clients, limits, poolSettings } from './clients.js';
import { Database } from './database.js';
import { type DatabaseDefinition, dataSourceFor } from './define-database.js';
import { Replica } from './replica.js';

export interface ConnectionSettings {
  readonly url: string;
  readonly poolSize: number;
  readonly service: string;
  readonly reachMs?: number;
  /** A streaming copy of it, by its address, host:port: it has the same logins and databases. */
  readonly replica?: string | undefined;
}

interface PoolCounts {
  readonly totalCount: number;
  readonly idleCount: number;
  readonly waitingCount: number;
}

/** A service's connection to its own database: made in the background, checked once, closed at the end. */
export class DatabaseConnection {
  readonly clients: Clients;
  readonly database: Database;
  readonly source: DataSource;
  readonly replica: Replica | undefined;
  private readonly copy: DatabaseConnection | undefined;
  private isOpen = false;

  constructor(
    definition: DatabaseDefinition,
    { url, poolSize, service, reachMs = limits.reachMs, replica }: ConnectionSettings,
    onPoolError: (error: unknown) => void,
  ) {
    this.clients = new Clients(() => (this.isOpen ? this.source : undefined), reachMs);
    this.source = dataSourceFor(definition, {
      url,
      applicationName: service,
      pool: poolSettings({ poolSize, reachMs }, this.clients.register),
      onPoolError,
    });
    if (replica !== undefined) {
      const copy = { url: atHost(url, replica), poolSize, service, reachMs };
      this.copy = new DatabaseConnection(definition, copy, onPoolError);
      this.replica = new Replica({ query: (sql) => this.database.query(sql) }, this.copy);
    }
    const kept = new KeptResults(definition.tables);
    this.database = new Database(this.clients, definition.constraints, kept, this.replica);
  }

  /** One attempt. Until `check` has passed, no request gets a connection. */
  async open(check: (source: DataSource) => Promise<void>): Promise<void> {
    if (!this.source.isInitialized) await this.source.initialize();
    await check(this.source);
    this.isOpen = true;
  }

  /** How busy the pool is; all zero until the first connection. */
  get pool(): { readonly idle: number; readonly used: number; readonly waiting: number } {
    const { master } = this.source.driver as { master?: PoolCounts };
    const { totalCount = 0, idleCount = 0, waitingCount = 0 } = master ?? {};
    return { idle: idleCount, used: totalCount - idleCount, waiting: waitingCount };
  }

  async ping(): Promise<void> {
    await this.database.query('select 1');
  }

  async close(): Promise<void> {
    this.isOpen = false;
    await this.replica?.stop();
    await this.copy?.close();
    if (this.source.isInitialized) await this.source.destroy();
  }
}

function atHost(address: string, host: string): string {
  const url = new URL(address);
  url.host = host;
  return url.href;
}
