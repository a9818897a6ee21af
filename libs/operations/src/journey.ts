import type { TraceStep } from '@dhanman/contracts';
import type { EntityManager } from 'typeorm';
import { organizationOf, type Whose } from './whose.js';

type Row = Omit<TraceStep, 'at' | 'begunAt'> & { readonly at: Date; readonly begunAt: Date | null };

/**
 * What became of everything that shares a correlation id, as far as this service has seen it, in the order of time.
 * Together the services tell the whole journey of a document.
 */
export async function journeyOf(
  tx: EntityManager,
  whose: Whose,
  correlationId: string,
): Promise<readonly TraceStep[]> {
  const rows = await tx.query<Row[]>(journey, [correlationId, organizationOf(whose)]);
  return rows.map((row) => ({
    ...row,
    at: row.at.toISOString(),
    begunAt: row.begunAt?.toISOString() ?? null,
  }));
}

const named = `correlation_id = $1 and ($2::text is null or envelope ->> 'organizationId' = $2)`;
const owned = `correlation_id = $1 and ($2::text is null or organization = $2::uuid)`;

const journey = `
  select at, begun_at as "begunAt", what, goes_to as "to", state, contract, message_id as "messageId", attempts, error
  from (
    select created_at, created_at, 'waiting', nullif(target, ''), null, contract, message_id::text, attempts, trouble
      from outbox where ${named}
    union all select sent_at, created_at, 'sent', nullif(target, ''), null, contract, message_id::text, attempts, null
      from outbox_sent where ${named}
    union all select handled_at, occurred_at, outcome, null, null, contract, message_id::text, attempt, null
      from inbox where ${owned}
    union all select parked_at, null, 'parked', null, null, contract, message_id::text, 1, null
      from inbox_parked where ${named}
    union all select at, null, 'failed', null, null, contract, message_id::text, attempt, error
      from delivery_trouble where ${owned}
    union all select died_at, null, 'dead', null, state, contract, message_id, jsonb_array_length(history), reason
      from dead_letter where ${named}
    union all select touched_at, created_at, 'job', null, state, contract, id::text, attempts, error
      from job where ${owned}
  ) as steps (at, begun_at, what, goes_to, state, contract, message_id, attempts, error) order by at, what`;
