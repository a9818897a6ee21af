import type { Envelope } from '@dhanman/contracts';
import type { Database } from '../database/database.js';

export interface OwedJob {
  readonly id: string;
  readonly contract: string;
  readonly correlationId: string;
  readonly envelope: Omit<Envelope, 'messageId' | 'contract' | 'correlationId' | 'occurredAt'>;
  readonly payload: unknown;
  readonly createdAt: Date;
}

export interface JobFigures {
  readonly owed: number;
  /** Age of the oldest that is owed. */
  readonly oldestSeconds: number;
  readonly failed: number;
}

export const nothing: JobFigures = { owed: 0, oldestSeconds: 0, failed: 0 };

/** The truth about jobs. The queues only say when one is to be done; whether it is, is written here. */
export class JobLedger {
  constructor(private readonly database: Database) {}

  /** What is to be done, or nothing when it is done already. One that had failed for good is owed again: somebody asks. */
  async begin(id: string): Promise<OwedJob | undefined> {
    const [job] = await this.database.query<OwedJob>(
      `with begun as (
         update job set state = 'owed', attempts = attempts + 1, touched_at = clock_timestamp()
         where id = $1 and state in ('owed', 'failed') returning *)
       select id, contract, correlation_id as "correlationId", envelope, payload, created_at as "createdAt" from begun`,
      [id],
    );
    return job;
  }

  async done(id: string): Promise<void> {
    await this.database.query(
      `update job set state = 'done', error = null, touched_at = clock_timestamp() where id = $1 and state = 'owed'`,
      [id],
    );
  }

  /**
   * It stays owed until its last attempt has failed; then it stays failed, with the reason, for a person to see. One that
   * was settled by the transaction of its effect is done, whatever went wrong afterwards.
   */
  async failed(id: string, error: unknown, isFinal: boolean): Promise<void> {
    await this.database.query(
      `update job set state = case when $3 then 'failed' else 'owed' end, error = $2, touched_at = clock_timestamp()
       where id = $1 and state = 'owed'`,
      [id, String(error).slice(0, 500), isFinal],
    );
  }

  async figures(): Promise<JobFigures> {
    const [figures = nothing] = await this.database.query<JobFigures>(
      `select count(*) filter (where state = 'owed')::int as owed, count(*) filter (where state = 'failed')::int as failed,
         coalesce(extract(epoch from clock_timestamp() - min(created_at) filter (where state = 'owed')), 0)::float8
           as "oldestSeconds"
       from job where state <> 'done'`,
    );
    return figures;
  }

  /** Owed, and nothing has happened to it for a while: its queue may have forgotten it. */
  async forgotten(seconds: number): Promise<readonly { readonly id: string; readonly contract: string }[]> {
    return this.database.query(
      `with swept as (
         update job set touched_at = clock_timestamp()
         where id in (select id from job where state = 'owed'
           and touched_at < clock_timestamp() - make_interval(secs => $1) order by touched_at limit 500
           for update skip locked)
         returning id, contract)
       select id, contract from swept`,
      [seconds],
    );
  }
}
