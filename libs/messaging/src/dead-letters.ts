import { DomainError, type Id, newId } from '@dhanman/kernel';
import type { ConsumeMessage } from 'amqplib';
import type { EntityManager } from 'typeorm';
import { lastingHeaders, propertiesOf } from './envelope.js';
import { historyOf } from './failures.js';
import type { MessageDatabase } from './options.js';
import { wakeRelayAfter } from './outbox.js';

export interface DeadLetter {
  readonly id: Id;
  readonly messageId: string;
  readonly contract: string;
  readonly queue: string;
  readonly correlationId: string;
  readonly reason: string;
  readonly history: readonly { readonly attempt: number; readonly error: string }[];
  readonly diedAt: Date;
  readonly state: 'open' | 'replayed' | 'discarded';
  readonly decidedBy: string | null;
  readonly decision: string | null;
}

export class DeadLetterNotOpen extends DomainError {
  constructor(missing: number) {
    super('conflict', 'dead-letter-not-open', `${missing} of these messages are unknown or already decided.`);
  }
}

/** Moves a message from the dead queue to the table, where an operator can search, replay and discard it. */
export async function file(database: MessageDatabase, raw: ConsumeMessage): Promise<void> {
  const { messageId = newId(), type = '', correlationId = '', headers } = propertiesOf(raw);
  const { 'x-reason': reason = `the broker gave it up: ${String(headers['x-first-death-reason'])}` } =
    headers as Readonly<Record<string, string>>;
  const texts = [messageId, type, raw.fields.routingKey, correlationId, reason];
  const documents = [JSON.stringify(lastingHeaders(raw)), JSON.stringify(historyOf(raw))];
  await database.query(
    `insert into dead_letter (id, payload, message_id, contract, queue, correlation_id, reason, envelope, history)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing`,
    // A zero character is the one thing that Postgres cannot keep in a text.
    [newId(), raw.content, ...[...texts, ...documents].map((text) => text.replaceAll(/\0|\\u0000/g, ''))],
  );
}

const columns = `id, message_id as "messageId", contract, queue, correlation_id as "correlationId", reason, history,
  died_at as "diedAt", state, decided_by as "decidedBy", decision`;

/** The newest first; `state` is open unless told otherwise. */
export async function listDeadLetters(
  tx: EntityManager,
  { state = 'open', queue, limit = 50 }: { state?: DeadLetter['state']; queue?: string; limit?: number } = {},
): Promise<readonly DeadLetter[]> {
  return tx.query<DeadLetter[]>(
    `select ${columns} from dead_letter where state = $1 and ($2::text is null or queue = $2)
     order by died_at desc, id desc limit $3`,
    [state, queue ?? null, limit],
  );
}

/** One letter with its content, as the handler got it. */
export async function inspectDeadLetter(
  tx: EntityManager,
  id: Id,
): Promise<(DeadLetter & { readonly payload: string }) | undefined> {
  const [letter] = await tx.query<(DeadLetter & { payload: Buffer })[]>(
    `select ${columns}, payload from dead_letter where id = $1`,
    [id],
  );
  return letter && { ...letter, payload: letter.payload.toString() };
}

/** Sends the messages to their queues again, as first attempts, when the transaction commits. */
export async function replayDeadLetters(tx: EntityManager, ids: readonly Id[], by: string): Promise<void> {
  const replayed = await tx.query<unknown[]>(
    `with replayed as (
       update dead_letter set state = 'replayed', decided_by = $2, decided_at = clock_timestamp()
       where id = any($1) and state = 'open' returning *)
     insert into outbox (id, message_id, kind, contract, target, correlation_id, envelope, payload)
     select gen_random_uuid(), message_id::uuid, 'again', contract, queue, correlation_id, envelope,
       convert_from(payload, 'UTF8')::json
     from replayed returning 1`,
    [ids, by],
  );
  if (replayed.length !== ids.length) throw new DeadLetterNotOpen(ids.length - replayed.length);
  wakeRelayAfter(tx);
}

/** The messages will have no effect; the record keeps who decided so and why. */
export async function discardDeadLetters(
  tx: EntityManager,
  ids: readonly Id[],
  { by, reason }: { readonly by: string; readonly reason: string },
): Promise<void> {
  const discarded = await tx.query<unknown[]>(
    `with discarded as (
       update dead_letter set state = 'discarded', decided_by = $2, decided_at = clock_timestamp(), decision = $3
       where id = any($1) and state = 'open' returning 1)
     select * from discarded`,
    [ids, by, reason],
  );
  if (discarded.length !== ids.length) throw new DeadLetterNotOpen(ids.length - discarded.length);
}
