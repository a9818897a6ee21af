import type { AnyContract, ContractName, ServiceName } from '@dhanman/contracts';
import type { Channel } from 'amqplib';
import type { Delay } from './options.js';

// The only place where names of exchanges, queues and keys are built. Everything is legal on RabbitMQ 3.10 and on 4.

const shared = {
  event: { exchange: 'events', type: 'topic' },
  command: { exchange: 'commands', type: 'direct' },
  reply: { exchange: 'replies', type: 'direct' },
} as const;

export const everydayDelays: readonly Delay[] = [
  { name: '1s', ms: 1_000 },
  { name: '5s', ms: 5_000 },
  { name: '30s', ms: 30_000 },
  { name: '2min', ms: 120_000 },
  { name: '10min', ms: 600_000 },
];

export interface Address {
  readonly exchange: string;
  readonly key: string;
}

/**
 * Where a message goes; `target` is the one service that gets this copy of an event or this reply, nothing for a command,
 * which its owner gets, and the queue of a message sent again. An address leads to one queue, because the broker says
 * that it could not deliver only when there was no queue at all.
 */
export function addressOf(kind: keyof typeof shared | 'again', contract: string, target: string): Address {
  if (kind === 'again')
    return { exchange: `${target.split('.', 1).join('')}.redeliver`, key: `again.${target}` };
  return { exchange: shared[kind].exchange, key: target === '' ? contract : `${contract}.${target}` };
}

export function queueOf(service: ServiceName, contract: ContractName): string {
  return `${service}.${contract}`;
}

/** Waits in the service's queue for this delay, then comes back to `queue` and to no other. */
export function delayed(service: ServiceName, delay: string, queue: string): Address {
  return { exchange: `${service}.retry`, key: `${delay}.${queue}` };
}

export function dead(service: ServiceName, queue: string): Address {
  return { exchange: `${service}.dead`, key: queue };
}

export function deadQueueOf(service: ServiceName): string {
  return `${service}.dead`;
}

export async function assertSharedExchanges(channel: Channel): Promise<void> {
  for (const { exchange, type } of Object.values(shared))
    await channel.assertExchange(exchange, type, { durable: true });
}

/** Queues and exchanges of one service. Delay and dead queues are one set per service, not per contract (docs/adr/0011). */
export async function assertTopology(
  channel: Channel,
  service: ServiceName,
  handled: readonly AnyContract[],
  delays: readonly Delay[],
): Promise<void> {
  await assertSharedExchanges(channel);
  const [retry, redeliver, grave] = [`${service}.retry`, `${service}.redeliver`, `${service}.dead`];
  await channel.assertExchange(retry, 'topic', { durable: true });
  await channel.assertExchange(redeliver, 'topic', { durable: true });
  await channel.assertExchange(grave, 'fanout', { durable: true });
  // Nothing comes after this queue, so there is no number of deliveries after which it may drop a message.
  const patience = { 'x-queue-type': 'quorum', 'x-delivery-limit': 1_000_000 };
  await channel.assertQueue(grave, { durable: true, arguments: patience });
  await channel.bindQueue(grave, grave, '');
  for (const { name, ms } of delays) {
    await channel.assertQueue(
      `${retry}.${name}`,
      quorum({ 'x-message-ttl': ms, 'x-dead-letter-exchange': redeliver }),
    );
    await channel.bindQueue(`${retry}.${name}`, retry, `${name}.#`);
  }
  for (const contract of handled) await assertQueue(channel, service, contract);
}

async function assertQueue(channel: Channel, service: ServiceName, contract: AnyContract): Promise<void> {
  if (contract.kind === 'job') return;
  const queue = queueOf(service, contract.name);
  const grave = dead(service, queue);
  // The limit only ends messages that kill the process before the library can count; we never requeue.
  const limits = { 'x-delivery-limit': 20, 'x-max-length': 1_000_000 };
  const burial = { 'x-dead-letter-exchange': grave.exchange, 'x-dead-letter-routing-key': grave.key };
  await channel.assertQueue(queue, quorum({ ...limits, ...burial }));
  const target = contract.kind === 'command' ? '' : service;
  const { exchange, key } = addressOf(contract.kind, contract.name, target);
  await channel.bindQueue(queue, exchange, key);
  await channel.bindQueue(queue, `${service}.redeliver`, `*.${queue}`);
}

/** Quorum, refusing rather than dropping when full, and dead-lettering that is confirmed inside the broker. */
function quorum(more: Readonly<Record<string, string | number>>): object {
  return {
    durable: true,
    arguments: {
      'x-queue-type': 'quorum',
      'x-overflow': 'reject-publish',
      'x-dead-letter-strategy': 'at-least-once',
      ...more,
    },
  };
}
