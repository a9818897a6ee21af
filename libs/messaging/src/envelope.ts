import {
  type AnyContract,
  type Contract,
  type PayloadOf,
  type ServiceName,
  services,
} from '@dhanman/contracts';
import { type Id, isId } from '@dhanman/kernel';
import type { ConsumeMessage, Options } from 'amqplib';

/** Everything about a message but its content. It travels in AMQP properties and headers. */
export interface Envelope {
  readonly messageId: Id;
  readonly contract: string;
  readonly source: ServiceName;
  readonly correlationId: string;
  /** The request or message whose handling sent this one. */
  readonly causationId: string | undefined;
  readonly organizationId: Id;
  readonly companyId: Id | undefined;
  readonly actor: string | undefined;
  readonly occurredAt: string;
  readonly traceparent: string | undefined;
}

export interface Message<C extends Contract = Contract> {
  readonly payload: PayloadOf<C>;
  readonly envelope: Envelope;
}

/** The message itself is wrong: no further attempt can help it. */
export class MessageUnusable extends Error {
  override readonly name = 'MessageUnusable';
}

export function toProperties(envelope: Envelope): Options.Publish {
  return {
    messageId: envelope.messageId,
    type: envelope.contract,
    appId: envelope.source,
    correlationId: envelope.correlationId,
    contentType: 'application/json',
    persistent: true,
    headers: {
      'x-organization-id': envelope.organizationId,
      'x-occurred-at': envelope.occurredAt,
      ...(envelope.companyId !== undefined && { 'x-company-id': envelope.companyId }),
      ...(envelope.causationId !== undefined && { 'x-causation-id': envelope.causationId }),
      ...(envelope.actor !== undefined && { 'x-actor': envelope.actor }),
      ...(envelope.traceparent !== undefined && { traceparent: envelope.traceparent }),
    },
  };
}

/** AMQP's own part of a message, in the types it has on the wire. */
export interface Properties {
  readonly messageId?: string;
  readonly type?: string;
  readonly appId?: string;
  readonly correlationId?: string;
  readonly headers?: Readonly<Record<string, unknown>>;
}

export function envelopeOf(properties: Properties): Envelope {
  const { headers = {} } = properties;
  return {
    messageId: id(properties.messageId, 'message id'),
    contract: String(properties.type),
    source: serviceNamed(properties.appId),
    correlationId: String(properties.correlationId),
    causationId: optional(headers['x-causation-id']),
    organizationId: id(headers['x-organization-id'], 'organization'),
    companyId: headers['x-company-id'] === undefined ? undefined : id(headers['x-company-id'], 'company'),
    actor: optional(headers['x-actor']),
    occurredAt: String(headers['x-occurred-at']),
    traceparent: optional(headers['traceparent']),
  };
}

export function payloadOf(raw: ConsumeMessage, contract: AnyContract): PayloadOf<AnyContract> {
  const parsed = contract.payload.safeParse(jsonOf(raw.content));
  if (parsed.success) return parsed.data;
  throw new MessageUnusable(`payload is not ${contract.name}: ${parsed.error.message.slice(0, 1000)}`);
}

function jsonOf(content: Buffer): unknown {
  try {
    return JSON.parse(content.toString()) as unknown;
  } catch (cause) {
    throw new MessageUnusable('payload is not JSON', { cause });
  }
}

function id(value: unknown, what: string): Id {
  if (typeof value === 'string' && isId(value)) return value;
  throw new MessageUnusable(`the envelope has no ${what}`);
}

function serviceNamed(value: unknown): ServiceName {
  const service = services.find((name) => name === value);
  if (service === undefined) throw new MessageUnusable('the envelope names no service as its source');
  return service;
}

function optional(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
