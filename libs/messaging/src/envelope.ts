import { type AnyContract, Envelope, type Message, sendersOf, type ServiceName } from '@dhanman/contracts';
import type { ConsumeMessage } from 'amqplib';
import type { z } from 'zod';

/** The message itself is wrong: no further attempt can help it. */
export class MessageUnusable extends Error {
  override readonly name = 'MessageUnusable';
}

type Headers = Readonly<Record<string, unknown>>;

/** AMQP's own part of a delivery, in the types it has on the wire. */
export interface Properties {
  readonly messageId?: string;
  readonly type?: string;
  readonly appId?: string;
  readonly correlationId?: string;
  readonly headers?: Headers;
}

export function propertiesOf(raw: ConsumeMessage): Properties & { readonly headers: Headers } {
  return { headers: {}, ...(raw.properties as Properties) };
}

/** Headers that begin with `x-` belong to one delivery, the others to the message for as long as it exists. */
export function lastingHeaders(raw: ConsumeMessage): Headers {
  return Object.fromEntries(
    Object.entries(propertiesOf(raw).headers).filter(([name]) => !name.startsWith('x-')),
  );
}

/** Whose connection a delivery came over. */
export interface Receiver {
  readonly service: ServiceName;
  readonly user: string;
}

/** The message in a delivery, if it is what the contract says and from a service that may send it. */
export function messageIn(raw: ConsumeMessage, contract: AnyContract, receiver: Receiver): Message {
  const { messageId, type, correlationId, headers } = propertiesOf(raw);
  const envelope = parsed(Envelope, { ...headers, messageId, contract: type, correlationId }, 'envelope');
  if (envelope.contract !== contract.name || !sendersOf(contract).includes(envelope.source)) {
    throw new MessageUnusable(`${envelope.source} may not send ${envelope.contract} as ${contract.name}`);
  }
  if (isForged(raw, envelope.source, receiver)) {
    throw new MessageUnusable(`${String(raw.properties.userId)} sent it in the name of ${envelope.source}`);
  }
  return { envelope, payload: parsed(contract.payload, json(raw.content), 'payload') };
}

/**
 * The broker vouches for the user of a message, and `<environment>-<service>` is the user of a service. What comes back
 * from the service's own exchanges was checked when it came first. One user for all, as in tests, proves nothing.
 */
function isForged({ fields, properties }: ConsumeMessage, source: ServiceName, receiver: Receiver): boolean {
  const { service, user } = receiver;
  if (!user.endsWith(`-${service}`)) return false;
  const isOwn = fields.exchange.startsWith(`${service}.`);
  return properties.userId !== (isOwn ? user : user.slice(0, -service.length) + source);
}

function parsed<T extends z.ZodType>(schema: T, value: unknown, what: string): z.output<T> {
  const { success, data, error } = schema.safeParse(value);
  if (success) return data;
  throw new MessageUnusable(`${what} breaks its contract: ${error.message.slice(0, 1_000)}`);
}

function json(content: Buffer): unknown {
  try {
    return JSON.parse(content.toString());
  } catch (cause) {
    throw new MessageUnusable('payload is not JSON', { cause });
  }
}
