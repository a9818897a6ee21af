import { DomainError } from '@dhanman/kernel';
import type { EntityManager, QueryRunner } from 'typeorm';
import { committed } from './after-commit.js';
import type { KeptResults } from '../idempotency/kept-results.js';
import { once } from '../idempotency/once.js';
import {
  type Clients,
  type OpeningTransaction,
  type OpenTransaction,
  tellClosed,
  type TrackedClient,
} from './clients.js';
import { DatabaseBusy, DatabaseUnavailable } from './errors.js';
import type { Replica } from './replica.js';
import { beginStatement, type Scope } from './scope.js';
import { asDomainError, type Constraints, isConnectionLost, isRerunnable } from './sqlstate.js';

export interface TransactionOptions {
  /** The work may run again from the start after a deadlock: it changes nothing but what `tx` rolls back. */
  readonly isIdempotent?: boolean;
  /** For the rare statement that may take longer than everyday work, such as a year's report. */
  readonly timeoutMs?: number;
}

export interface ReadOptions extends Pick<TransactionOptions, 'timeoutMs'> {
  /** Every statement sees what was stored when the first one began: for figures that have to agree with each other. */
  readonly isOneMoment?: boolean;
  /** For questions that are work: a replica that knows all the primary knows may answer. */
  readonly at?: 'primary' | 'replica';
}

const attempts = 3;

/**
 * The only way to the database. Every transaction says whose rows it may see before its first statement; queries
 * outside `tx` are not offered, so nothing can escape the tenant, the rollback or the connection it already holds.
 */
export class Database {
  constructor(
    private readonly clients: Clients,
    private readonly constraints: Constraints,
    private readonly kept: KeptResults,
    private readonly replica?: Replica,
  ) {}

  /**
   * Runs the work in one transaction: all of it is stored, or nothing. For an actor whose request was sent before, it gives
   * back what the work returned then.
   */
  async transaction<T>(
    scope: Scope,
    work: (tx: EntityManager) => Promise<T>,
    options: TransactionOptions = {},
  ): Promise<T> {
    const begin = beginStatement(scope, { ...options, isReadOnly: false });
    const { attempt, organizationId } = scope;
    if (!attempt) return this.run(() => this.store(work, options, begin), options);
    const parts = { organizationId, attempt, step: attempt.next(), kept: this.kept };
    return this.run(() => this.store((tx) => once(tx, parts, () => work(tx)), options, begin), options);
  }

  /** The same for questions: the server itself refuses a write. */
  async read<T>(
    scope: Scope,
    work: (tx: EntityManager) => Promise<T>,
    options: ReadOptions = {},
  ): Promise<T> {
    const begin = beginStatement(scope, { ...options, isReadOnly: true });
    const { replica, clients } = this;
    if (replica && options.at === 'replica') {
      const told = await this.askReplica(replica, work, () => replica.beginReading(begin, options.timeoutMs));
      if (told) return told.answer;
    }
    const open = () => clients.beginReading(begin, options.timeoutMs);
    return this.run(() => this.ask(clients, work, open), { isIdempotent: true });
  }

  /** One statement by itself. It belongs to no tenant and therefore sees the shared tables only. */
  async query<Row>(sql: string, parameters: readonly unknown[] = []): Promise<readonly Row[]> {
    const { runner, client } = await this.clients.take();
    try {
      return (await runner.query(sql, [...parameters])) as Row[];
    } catch (error) {
      if (isConnectionLost(error)) this.clients.distrust(client);
      throw asDomainError(error, this.constraints);
    } finally {
      await runner.release();
    }
  }

  /** The database cannot be reached, or not now: nobody's fault, and worth another try. */
  isOutage(error: unknown): boolean {
    const known = asDomainError(error, this.constraints);
    return known instanceof DatabaseUnavailable || known instanceof DatabaseBusy;
  }

  private async run<T>(
    attemptOnce: () => Promise<T>,
    { isIdempotent }: Pick<TransactionOptions, 'isIdempotent'>,
  ): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await attemptOnce();
      } catch (error) {
        const mayRunAgain = isIdempotent === true && attempt < attempts && isRerunnable(error);
        if (!mayRunAgain) throw asDomainError(error, this.constraints);
        await jitter(attempt);
      }
    }
  }

  private async store<T>(
    work: (tx: EntityManager) => Promise<T>,
    options: TransactionOptions,
    begin: string,
  ): Promise<T> {
    const { runner, client } = await this.clients.begin(begin, options.timeoutMs);
    try {
      const result = await work(runner.manager);
      await commit(runner, client);
      committed(runner);
      return result;
    } catch (error) {
      throw await giveUp(this.clients, { runner, client }, error);
    } finally {
      await runner.release();
    }
  }

  /** Nothing when the primary has to be asked instead. */
  private async askReplica<T>(
    replica: Replica,
    work: (tx: EntityManager) => Promise<T>,
    open: () => Promise<OpeningTransaction>,
  ): Promise<{ readonly answer: T } | undefined> {
    try {
      const answer = await this.ask(replica.clients, work, open);
      replica.answers.replica += 1;
      return { answer };
    } catch (error) {
      if (!replica.shrugs(error)) throw asDomainError(error, this.constraints);
      replica.answers.primary += 1;
      return undefined;
    }
  }

  private async ask<T>(
    clients: Clients,
    work: (tx: EntityManager) => Promise<T>,
    open: () => Promise<OpeningTransaction>,
  ): Promise<T> {
    const opening = await open();
    const { runner, opened } = opening;
    try {
      const [answer] = await Promise.all([work(runner.manager), opened]);
      clients.endReading(opening);
      return answer;
    } catch (error) {
      throw await giveUp(clients, opening, error);
    } finally {
      await runner.release();
    }
  }
}

async function giveUp(
  clients: Clients,
  { runner, client }: OpenTransaction,
  error: unknown,
): Promise<unknown> {
  // A connection that breaks between two statements takes its runner with it, without an error of its own.
  if (runner.isReleased || isConnectionLost(error)) {
    clients.distrust(client);
    return error instanceof DomainError ? error : new DatabaseUnavailable(error);
  }
  try {
    await runner.rollbackTransaction();
  } catch {
    // The first error is the one worth telling; a connection that cannot roll back is thrown away.
    clients.distrust(client);
  }
  return error;
}

/**
 * COMMIT of a transaction in which a statement failed is answered with ROLLBACK and no error. Work that swallowed such a
 * failure must not be reported as stored. Only the answer tells: the client learns of the broken transaction in a
 * message of its own, which may arrive after the error has been swallowed. TypeORM drops the answer, so we commit.
 */
async function commit(runner: QueryRunner, client: TrackedClient): Promise<void> {
  const { command } = await client.query('commit');
  if (command !== 'COMMIT') throw new Error('A statement failed and its error was swallowed.');
  tellClosed(runner);
  await runner.broadcaster.broadcast('AfterTransactionCommit');
}

async function jitter(attempt: number): Promise<void> {
  const pauseMs = Math.random() * 20 * attempt;
  await new Promise((resolve) => setTimeout(resolve, pauseMs));
}
