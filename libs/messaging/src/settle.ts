import type { Message } from '@dhanman/contracts';
import type { EntityManager } from 'typeorm';

/**
 * For a job whose effect is in this database: marks it done in the transaction of the effect, so that a job that is run
 * twice takes effect once. The answer is whether it is still to be done; if not, the transaction does nothing more.
 */
export async function settle(tx: EntityManager, { envelope }: Message): Promise<boolean> {
  const settled = await tx.query<unknown[]>(
    `with settled as (
       update job set state = 'done', error = null, touched_at = clock_timestamp()
       where id = $1 and state = 'owed' returning 1)
     select * from settled`,
    [envelope.messageId],
  );
  return settled.length === 1;
}
