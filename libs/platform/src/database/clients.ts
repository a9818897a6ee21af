import type { DataSource, QueryRunner } from 'typeorm';
import { DatabaseUnavailable } from './errors.js';

/** What we use of a pg client, including one number that its types do not mention. */
export interface TrackedClient {
  query(statement: { text: string; query_timeout?: number }): Promise<{ readonly command: string }>;
  end(): Promise<void>;
  readonly connectionParameters: { query_timeout: number };
}

/**
 * Time limits that make a silent network an error instead of a wait for ever. Taking a client and opening a
 * transaction may each take `reachMs`: together under two seconds, so a request to a black-holed database is answered
 * within two. Where a busy machine is worse than a slow answer, DATABASE_REACH_MS says more.
 */
export const limits = {
  reachMs: 900,
  statementMs: 1_800,
  idleInTransactionMs: 10_000,
  lockMs: 1_500,
} as const;

/** Settings of the pool; server-side limits are a little shorter so that the server's answer usually comes first. */
export function poolSettings(
  { poolSize, reachMs }: { readonly poolSize: number; readonly reachMs: number },
  onConnect: (client: object) => void,
): Record<string, unknown> {
  return {
    max: poolSize,
    min: 0,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: reachMs,
    query_timeout: limits.statementMs,
    statement_timeout: limits.statementMs - 100,
    lock_timeout: limits.lockMs,
    idle_in_transaction_session_timeout: limits.idleInTransactionMs,
    onConnect,
  };
}

export interface OpenTransaction {
  readonly runner: QueryRunner;
  readonly client: TrackedClient;
}

/**
 * Hands out connections with an open transaction, and remembers which to trust: when one turns out broken, every
 * other that was connected before that moment is replaced on its next use instead of failing one request each.
 */
export class Clients {
  private generation = 0;
  private readonly bornIn = new WeakMap<object, number>();

  constructor(
    private readonly source: () => DataSource | undefined,
    private readonly reachMs: number,
  ) {}

  /** Called by the pool for each new connection. */
  readonly register = (client: object): void => {
    this.bornIn.set(client, this.generation);
  };

  async begin(statement: string, timeoutMs: number = limits.statementMs): Promise<OpenTransaction> {
    const { runner, client } = await this.take();
    try {
      await client.query({ text: statement, query_timeout: this.reachMs });
    } catch (error) {
      this.distrust(client);
      await runner.release();
      throw new DatabaseUnavailable(error);
    }
    client.connectionParameters.query_timeout = timeoutMs;
    // TypeORM cannot open a transaction and name the tenant in one round trip; it is told that one is open.
    Object.assign(runner, { isTransactionActive: true, transactionDepth: 1 });
    return { runner, client };
  }

  /** The client's connection is broken: close it, and doubt all that were opened before now. */
  distrust(client: TrackedClient): void {
    this.generation += 1;
    discard(client);
  }

  /** A connection that is worth trusting. */
  async take(): Promise<OpenTransaction> {
    for (;;) {
      const taken = await this.connect();
      if (this.bornIn.get(taken.client) === this.generation) return taken;
      discard(taken.client);
      await taken.runner.release();
    }
  }

  private async connect(): Promise<OpenTransaction> {
    const source = this.source();
    if (!source) throw new DatabaseUnavailable();
    const runner = source.createQueryRunner();
    try {
      return { runner, client: (await runner.connect()) as TrackedClient };
    } catch (error) {
      await runner.release();
      throw new DatabaseUnavailable(error);
    }
  }
}

/** An ended client is not taken back by the pool; waiting for its farewell would wait for the broken network. */
function discard(client: TrackedClient): void {
  client.end().catch(() => undefined);
}
