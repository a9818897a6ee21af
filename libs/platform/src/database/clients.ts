import type { Writable } from 'node:stream';
import type { DataSource, QueryRunner } from 'typeorm';
import { Command } from './command.js';
import { DatabaseUnavailable } from './errors.js';

/** What we use of a pg client, including a number and a stream that its types do not mention. */
export interface TrackedClient {
  query(statement: string): Promise<{ readonly command: string }>;
  query(command: Command): unknown;
  end(): Promise<void>;
  readonly connectionParameters: { query_timeout: number };
  readonly connection: { readonly stream: Pick<Writable, 'cork' | 'uncork'> };
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
    // Compiling takes longer than any statement of ours that ends in time.
    options: '-c jit=off',
    // What is asked leaves without waiting for the answer to what was asked before it.
    pipeline: true,
    onConnect,
  };
}

export interface OpenTransaction {
  readonly runner: QueryRunner;
  readonly client: TrackedClient;
}

export interface OpeningTransaction extends OpenTransaction {
  /** Fails where the transaction could not be opened. */
  readonly opened: Promise<unknown>;
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
      client.connectionParameters.query_timeout = this.reachMs;
      await client.query(statement);
    } catch (error) {
      this.distrust(client);
      await runner.release();
      throw new DatabaseUnavailable(error);
    }
    tellOpen(runner, client, timeoutMs);
    return { runner, client };
  }

  /**
   * The same for questions: opening the transaction leaves in one packet with the first of them, which saves most of what
   * a transaction costs. If it cannot be opened, that question has been asked without a tenant, whom the row policies
   * show nothing, and whoever waits for `opened` throws its answer away. A write must not be sent like this.
   */
  async beginReading(statement: string, timeoutMs?: number): Promise<OpeningTransaction> {
    return this.openReading(await this.take(), statement, timeoutMs);
  }

  /** On a connection that was taken before. */
  openReading(
    { runner, client }: OpenTransaction,
    statement: string,
    timeoutMs: number = limits.statementMs,
  ): OpeningTransaction {
    hold(client, queueTick);
    client.connectionParameters.query_timeout = this.reachMs;
    const opened = new Promise<void>((resolve, reject) => {
      const told = (error?: Error): void => {
        if (!error) {
          resolve();
          return;
        }
        this.distrust(client);
        reject(new DatabaseUnavailable(error));
      };
      client.query(new Command(statement, told));
    });
    tellOpen(runner, client, timeoutMs);
    return { runner, client, opened };
  }

  /** Nothing was stored, so nobody waits for it. On a busy service it leaves with what is asked here next. */
  endReading({ runner, client }: OpenTransaction): void {
    hold(client, setImmediate);
    client.query(new Command('commit', (error) => error && this.distrust(client)));
    tellClosed(runner);
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

/** TypeORM cannot open a transaction and name the tenant in one round trip; it is told that one is open. */
function tellOpen(runner: QueryRunner, client: TrackedClient, timeoutMs: number): void {
  client.connectionParameters.query_timeout = timeoutMs;
  Object.assign(runner, { isTransactionActive: true, transactionDepth: 1 });
}

/** And that it has ended, because we end it ourselves. */
export function tellClosed(runner: QueryRunner): void {
  Object.assign(runner, { isTransactionActive: false, transactionDepth: 0 });
}

/** When nothing more can be done without waiting. */
const queueTick = (then: () => void): void => {
  process.nextTick(then);
};

/** What is sent from here until then is one write to the socket, which costs as much as everything around it. */
function hold({ connection: { stream } }: TrackedClient, until: (then: () => void) => unknown): void {
  stream.cork();
  until(() => {
    stream.uncork();
  });
}

/** An ended client is not taken back by the pool; waiting for its farewell would wait for the broken network. */
function discard(client: TrackedClient): void {
  client.end().catch(() => undefined);
}
