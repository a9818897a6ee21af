import type { AnyContract, Message } from '@dhanman/contracts';
import type { EntityManager } from 'typeorm';
import { wakeRelayAfter } from './outbox.js';
import { planned } from './planned.js';

export interface Delivery {
  readonly contract: AnyContract;
  readonly message: Message;
  readonly queue: string;
  readonly attempt: number;
  readonly body: Buffer;
}

type Effect = (fresh: readonly Delivery[]) => Promise<void>;

interface Position {
  readonly stream: string;
  readonly key: string;
  readonly number: number;
  /** It says how the thing is, whatever came before. */
  readonly isRestated: boolean;
}

/**
 * Lets the deliveries of one contract have their effect, in the transaction of the effect, as far as they may. The
 * primary key of the inbox lets a message through once; the gate lets numbered messages through in their order, whatever
 * order the broker gives them.
 */
export async function throughInbox(
  tx: EntityManager,
  deliveries: readonly Delivery[],
  effect: Effect,
): Promise<void> {
  if (deliveries.some(({ contract }) => 'sequence' in contract && contract.sequence)) {
    for (const delivery of deliveries) await throughGate(tx, delivery, effect);
    return;
  }
  const fresh = await remember(tx, deliveries, 'handled');
  if (fresh.length > 0) await effect(fresh);
}

/** Those of the deliveries that were not here before, each message once. */
async function remember(
  tx: EntityManager,
  deliveries: readonly Delivery[],
  outcome: 'handled' | 'superseded',
): Promise<readonly Delivery[]> {
  const envelopes = deliveries.map(({ message }) => message.envelope);
  const [first] = envelopes;
  const rows = await tx.query<{ message_id: string }[]>(inbox, [
    ...[first?.contract, first?.organizationId, outcome],
    envelopes.map(({ messageId }) => messageId),
    envelopes.map(({ source }) => source),
    envelopes.map(({ correlationId }) => correlationId),
    envelopes.map(({ occurredAt }) => occurredAt),
    deliveries.map(({ attempt }) => attempt),
  ]);
  const unseen = new Set(rows.map((row) => row.message_id));
  return deliveries.filter(({ message }) => unseen.delete(message.envelope.messageId));
}

async function throughGate(tx: EntityManager, delivery: Delivery, effect: Effect): Promise<void> {
  const position = positionOf(delivery);
  const gate = await passGate(tx, position);
  if (gate === 'early') {
    await park(tx, delivery, position);
    return;
  }
  const fresh = await remember(tx, [delivery], gate === 'late' ? 'superseded' : 'handled');
  if (gate === 'late' || fresh.length === 0) return;
  await effect(fresh);
  // The next one, if it came too early, goes through the outbox to its queue again.
  await tx.query(advance, [position.stream, position.key, position.number]);
  wakeRelayAfter(tx);
}

function positionOf({ contract, message: { envelope, payload } }: Delivery): Position {
  if (contract.kind !== 'event' || !contract.sequence) throw new Error(`${contract.name} is not numbered`);
  const { stream, key, number, carriesState } = contract.sequence;
  const fields = payload as Readonly<Record<string, unknown>>;
  const isRestated = envelope.restated === true && carriesState === true;
  return { stream, key: String(fields[key]), number: Number(fields[number]), isRestated };
}

/** Locks the stream of one thing, so that its messages pass one at a time even when they are handled side by side. */
async function passGate(
  tx: EntityManager,
  { stream, key, number, isRestated }: Position,
): Promise<'open' | 'late' | 'early'> {
  const [row] = await tx.query<{ last: string }[]>(lockStream, [stream, key]);
  const last = Number(row?.last ?? 0);
  if (isRestated) return number >= last ? 'open' : 'late';
  if (number <= last) return 'late';
  return number === last + 1 ? 'open' : 'early';
}

async function park(tx: EntityManager, delivery: Delivery, position: Position): Promise<void> {
  const { contract, message, queue, body } = delivery;
  const { messageId, correlationId, ...envelope } = message.envelope;
  await tx.query(parkRow, [
    ...[position.stream, position.key, position.number, messageId, contract.name, queue, correlationId],
    ...[JSON.stringify(envelope), body.toString()],
  ]);
}

const inbox = planned(
  'inbox',
  `insert into inbox (message_id, contract, source, organization, correlation_id, occurred_at, attempt, outcome)
   select id, $1, source, $2, correlation_id, occurred_at, attempt, $3
   from unnest($4::uuid[], $5::text[], $6::text[], $7::timestamptz[], $8::integer[])
     as delivery (id, source, correlation_id, occurred_at, attempt)
   on conflict do nothing returning message_id`,
);

const lockStream = `
  insert into inbox_sequence as known (stream, key, last) values ($1, $2, 0)
  on conflict (stream, key) do update set last = known.last returning last`;

const parkRow = `
  insert into inbox_parked (stream, key, number, message_id, contract, queue, correlation_id, envelope, payload)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing`;

const advance = `
  with advanced as (update inbox_sequence set last = $3::bigint where stream = $1 and key = $2),
  overtaken as (delete from inbox_parked where stream = $1 and key = $2 and number <= $3::bigint),
  next as (
    delete from inbox_parked where stream = $1 and key = $2 and number = $3::bigint + 1
    returning message_id, contract, queue, correlation_id, envelope, payload)
  insert into outbox (id, message_id, kind, contract, target, correlation_id, envelope, payload)
  select gen_random_uuid(), message_id, 'again', contract, queue, correlation_id, envelope, payload from next`;
