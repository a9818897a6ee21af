import type { EntityManager } from 'typeorm';

/** One thing this service knows about a business act: something sent, handled, failed, dead or owed. */
export interface Step {
  readonly at: Date;
  readonly what: 'waiting' | 'sent' | 'handled' | 'superseded' | 'parked' | 'failed' | 'dead' | 'job';
  readonly contract: string;
  readonly messageId: string;
  readonly attempts: number;
  /** Whom a copy of an event or a reply went to, the error of a failure, the state of a dead letter or of a job. */
  readonly detail: string | null;
}

/**
 * What became of everything that shares a correlation id, as far as this service has seen it and for the organization
 * of the transaction. Together the services tell the whole journey of a document.
 */
export async function journeyOf(tx: EntityManager, correlationId: string): Promise<readonly Step[]> {
  return tx.query<Step[]>(journey, [correlationId]);
}

const ours = `nullif(current_setting('app.organization_id', true), '')`;

const journey = `
  select at, what, contract, message_id as "messageId", attempts, detail from (
    select created_at as at, 'waiting' as what, contract, message_id, attempts, trouble as detail
      from outbox where correlation_id = $1 and envelope ->> 'organizationId' = ${ours}
    union all select sent_at, 'sent', contract, message_id, attempts, nullif(target, '')
      from outbox_sent where correlation_id = $1 and envelope ->> 'organizationId' = ${ours}
    union all select handled_at, outcome, contract, message_id, attempt, null
      from inbox where correlation_id = $1 and organization::text = ${ours}
    union all select parked_at, 'parked', contract, message_id, 1, null
      from inbox_parked where correlation_id = $1 and envelope ->> 'organizationId' = ${ours}
    union all select at, 'failed', contract, message_id, attempt, error
      from delivery_trouble where correlation_id = $1 and organization::text = ${ours}
    union all select died_at, 'dead', contract, id, jsonb_array_length(history), state
      from dead_letter where correlation_id = $1 and envelope ->> 'organizationId' = ${ours}
    union all select touched_at, 'job', contract, id, attempts, coalesce(error, state)
      from job where correlation_id = $1 and organization::text = ${ours}
  ) as steps (at, what, contract, message_id, attempts, detail) order by at, what`;
