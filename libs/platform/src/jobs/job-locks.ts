import type { QueryRunner } from 'typeorm';
import type { Clients } from '../database/clients.js';

/**
 * One run of a job at a time, whatever the queue believes: a worker that computes for long looks dead to the queue, which
 * then gives the job to another. A lock of the database session ends with the process and not before.
 */
export class JobLocks {
  private readonly running = new Set<string>();
  private session: QueryRunner | undefined;
  private turn: Promise<unknown> = Promise.resolve();

  constructor(private readonly clients: Clients) {}

  /** Whether the job is now this process's to run. */
  async take(id: string): Promise<boolean> {
    // The database lets one session take a lock twice, so that this process has to remember its own.
    if (this.running.has(id)) return false;
    this.running.add(id);
    const [row] = await this.ask<{ free: boolean }>(
      'select pg_try_advisory_lock(hashtextextended($1, 0)) as free',
      id,
    );
    if (row?.free !== true) this.running.delete(id);
    return row?.free === true;
  }

  async release(id: string): Promise<void> {
    await this.ask('select pg_advisory_unlock(hashtextextended($1, 0))', id);
    this.running.delete(id);
  }

  async close(): Promise<void> {
    await this.session?.release();
  }

  /** One question after the other: a connection answers one at a time. */
  private async ask<Row>(sql: string, id: string): Promise<readonly Row[]> {
    const mine = this.turn.then(async () => this.askNow<Row>(sql, id));
    this.turn = mine.catch(() => undefined);
    return mine;
  }

  /** A session that breaks has lost its locks; the ledger still keeps what is done from being done again. */
  private async askNow<Row>(sql: string, id: string): Promise<readonly Row[]> {
    try {
      this.session ??= (await this.clients.take()).runner;
      return (await this.session.query(sql, [id])) as Row[];
    } catch (error) {
      this.running.delete(id);
      await this.session?.release();
      this.session = undefined;
      throw error;
    }
  }
}
