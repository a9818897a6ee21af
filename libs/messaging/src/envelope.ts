import { type AnyContract, Envelope, type Message, sendersOf } from '@dhanman/contracts';
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

/** The message in a delivery, if it is what the contract says and from a service that may send it. */
export function messageIn(raw: ConsumeMessage, contract: AnyContract): Message {
  const { messageId, type, correlationId, headers } = propertiesOf(raw);
  const envelope = parsed(Envelope, { ...headers, messageId, contract: type, correlationId }, 'envelope');
  if (envelope.contract !== contract.name || !sendersOf(contract).includes(envelope.source)) {
    throw new MessageUnusable(`${envelope.source} may not send ${envelope.contract} as ${contract.name}`);
  }
  return { envelope, payload: parsed(contract.payload, json(raw.content), 'payload') };
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
