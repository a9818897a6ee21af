import type { AnyContract, Message } from '@dhanman/contracts';
import type { EntityManager } from 'typeorm';
import { wakeRelayAfter } from './outbox.js';

export type Verdict = 'handle' | 'duplicate' | 'past' | 'parked';

export interface Delivery {
  readonly contract: AnyContract;
  readonly message: Message;
  readonly queue: string;
  readonly attempt: number;
  readonly body: string;
}

interface Position {
  readonly stream: string;
  readonly key: string;
  readonly number: number;
  /** It says how the thing is, whatever came before. */
  readonly isRestated: boolean;
}

/**
 * Decides, in the transaction of the effect, whether a delivery may have one. The primary key of the inbox lets a message
 * through once; the gate lets numbered messages through in their order, whatever order the broker gives them.
 */
export async function admit(tx: EntityManager, delivery: Delivery): Promise<Verdict> {
  const { contract, message, attempt } = delivery;
  const { messageId, source, organizationId, correlationId, occurredAt } = message.envelope;
  const position = positionOf(contract, message);
  const gate = position ? await passGate(tx, position) : 'handle';
  if (gate === 'parked') {
    await park(tx, delivery, position);
    return gate;
  }
  const inserted = await tx.query<unknown[]>(remember, [
    ...[messageId, contract.name, source, organizationId, correlationId, occurredAt, attempt],
    gate === 'past' ? 'superseded' : 'handled',
  ]);
  return inserted.length === 0 ? 'duplicate' : gate;
}

/** After a numbered message took effect: the next one, if it came too early, goes through the outbox to its queue again. */
export async function admitNext(tx: EntityManager, { contract, message }: Delivery): Promise<void> {
  const position = positionOf(contract, message);
  if (!position) return;
  const { stream, key, number, isRestated } = position;
  await tx.query(advance, [stream, key, number]);
  if (isRestated) await tx.query(overtaken, [stream, key, number]);
  await tx.query(unpark, [stream, key, number + 1]);
  wakeRelayAfter(tx);
}

function positionOf(contract: AnyContract, { envelope, payload }: Message): Position | undefined {
  if (contract.kind !== 'event' || !contract.sequence) return undefined;
  const { stream, key, number } = contract.sequence;
  const fields = payload as Readonly<Record<string, unknown>>;
  const isRestated = envelope.restated === true && contract.sequence.carriesState === true;
  return { stream, key: String(fields[key]), number: Number(fields[number]), isRestated };
}

/** Locks the stream of one thing, so that its messages pass one at a time even when they are handled side by side. */
async function passGate(
  tx: EntityManager,
  { stream, key, number, isRestated }: Position,
): Promise<'handle' | 'past' | 'parked'> {
  const [row] = await tx.query<{ last: string }[]>(lockStream, [stream, key]);
  const last = Number(row?.last ?? 0);
  if (isRestated) return number >= last ? 'handle' : 'past';
  if (number <= last) return 'past';
  return number === last + 1 ? 'handle' : 'parked';
}

async function park(tx: EntityManager, delivery: Delivery, position: Position | undefined): Promise<void> {
  if (!position) return;
  const { contract, message, queue, body } = delivery;
  const { messageId, correlationId, ...envelope } = message.envelope;
  await tx.query(parkRow, [
    ...[position.stream, position.key, position.number, messageId, contract.name, queue, correlationId],
    ...[JSON.stringify(envelope), body],
  ]);
}

const lockStream = `
  insert into inbox_sequence as known (stream, key, last) values ($1, $2, 0)
  on conflict (stream, key) do update set last = known.last returning last`;

const remember = `
  insert into inbox (message_id, contract, source, organization, correlation_id, occurred_at, attempt, outcome)
  values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing returning 1`;

const advance = 'update inbox_sequence set last = $3 where stream = $1 and key = $2';

const overtaken = 'delete from inbox_parked where stream = $1 and key = $2 and number <= $3';

const parkRow = `
  insert into inbox_parked (stream, key, number, message_id, contract, queue, correlation_id, envelope, payload)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing`;

const unpark = `
  with next as (
    delete from inbox_parked where stream = $1 and key = $2 and number = $3
    returning message_id, contract, queue, correlation_id, envelope, payload)
  insert into outbox (id, message_id, kind, contract, target, correlation_id, envelope, payload)
  select gen_random_uuid(), message_id, 'again', contract, queue, correlation_id, envelope, payload from next`;
