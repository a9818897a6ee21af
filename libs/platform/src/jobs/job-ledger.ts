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

/** The truth about jobs. The queues only say when one is to be done; whether it is, is written here. */
export class JobLedger {
  constructor(private readonly database: Database) {}

  /** What is to be done, or nothing when it is done already. */
  async begin(id: string): Promise<OwedJob | undefined> {
    const [job] = await this.database.query<OwedJob>(
      `with begun as (
         update job set attempts = attempts + 1, touched_at = clock_timestamp()
         where id = $1 and state = 'owed' returning *)
       select id, contract, correlation_id as "correlationId", envelope, payload, created_at as "createdAt" from begun`,
      [id],
    );
    return job;
  }

  async done(id: string): Promise<void> {
    await this.database.query(
      `update job set state = 'done', error = null, touched_at = clock_timestamp() where id = $1`,
      [id],
    );
  }

  /** It stays owed until its last attempt has failed; then it stays failed, with the reason, for a person to see. */
  async failed(id: string, error: unknown, isFinal: boolean): Promise<void> {
    await this.database.query(
      `update job set state = case when $3 then 'failed' else 'owed' end, error = $2, touched_at = clock_timestamp()
       where id = $1`,
      [id, String(error).slice(0, 500), isFinal],
    );
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
