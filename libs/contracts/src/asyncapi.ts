import { z } from 'zod';
import { type AnyContract, receiversOf, sendersOf } from './contract.js';
import { Envelope } from './envelope.js';

/** What travels in AMQP's own properties is left out of the headers. */
const headers = Envelope.omit({ messageId: true, contract: true, correlationId: true });

type Json = Readonly<Record<string, unknown>>;

/** Where each kind travels; the messaging library declares exactly these. */
const addresses = {
  event: { exchange: 'events', type: 'topic' },
  command: { exchange: 'commands', type: 'direct' },
  reply: { exchange: 'replies', type: 'direct' },
  job: undefined,
} as const;

/**
 * The AsyncAPI 3 document of all messages, from the side of each message's owner: it receives commands and jobs and
 * sends events and replies.
 */
export function asyncApi(contracts: readonly AnyContract[]): Json {
  const sorted = [...contracts].sort((one, other) => (one.name < other.name ? -1 : 1));
  const commands = sorted.filter((contract) => contract.kind === 'command');
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Dhanman messages',
      version: '1',
      description:
        'Generated from libs/contracts. The body is the payload; the envelope travels in AMQP headers.',
    },
    defaultContentType: 'application/json',
    channels: Object.fromEntries([
      ...sorted.map((contract) => [contract.name, channelOf(contract)]),
      ...commands.map((contract) => [answersTo(contract.name), answersChannel(contract)]),
    ]),
    operations: Object.fromEntries(sorted.map((contract) => [contract.name, operationOf(contract, sorted)])),
    components: {
      messages: Object.fromEntries(sorted.map((contract) => [contract.name, messageOf(contract)])),
      schemas: { Envelope: payloadSchema({ payload: headers }) },
    },
  };
}

function channelOf({ kind, name, summary }: AnyContract): Json {
  const exchange = addresses[kind];
  return {
    address: kind === 'reply' || kind === 'event' ? `${name}.{service}` : name,
    ...(kind === 'reply' && {
      parameters: { service: { description: 'The service that sent the command.' } },
    }),
    ...(kind === 'event' && {
      parameters: {
        service: { description: 'A service that hears the event; each gets a copy of its own.' },
      },
    }),
    description: summary,
    messages: { [name]: { $ref: `#/components/messages/${name}` } },
    ...(exchange && {
      bindings: {
        amqp: {
          is: 'routingKey',
          exchange: { name: exchange.exchange, type: exchange.type, durable: true, autoDelete: false },
        },
      },
    }),
  };
}

function answersTo(name: string): string {
  return `${name}.replies`;
}

function answersChannel({ name, replies }: Extract<AnyContract, { kind: 'command' }>): Json {
  return {
    address: null,
    description: `The answers to ${name}, each on its own channel, to the service that asked.`,
    messages: Object.fromEntries(
      replies.map((answer) => [answer.name, { $ref: `#/components/messages/${answer.name}` }]),
    ),
  };
}

function operationOf(contract: AnyContract, all: readonly AnyContract[]): Json {
  const { kind, name, owner, summary } = contract;
  return {
    action: kind === 'event' || kind === 'reply' ? 'send' : 'receive',
    title: name,
    summary,
    tags: [{ name: owner }, { name: kind }],
    channel: { $ref: `#/channels/${name}` },
    messages: [{ $ref: `#/channels/${name}/messages/${name}` }],
    'x-senders': sendersOf(contract),
    'x-receivers': receiversOf(contract, all),
    ...(contract.kind === 'command' && {
      reply: {
        channel: { $ref: `#/channels/${answersTo(name)}` },
        messages: contract.replies.map((answer) => ({
          $ref: `#/channels/${answersTo(name)}/messages/${answer.name}`,
        })),
      },
    }),
  };
}

function messageOf(contract: AnyContract): Json {
  const { name, summary } = contract;
  return {
    name,
    title: name,
    summary,
    contentType: 'application/json',
    headers: { $ref: '#/components/schemas/Envelope' },
    payload: payloadSchema(contract),
    ...('sequence' in contract && { 'x-sequence': contract.sequence }),
  };
}

/** The payload as JSON Schema, with every named schema written out so that the message reads on its own. */
export function payloadSchema({ payload }: Pick<AnyContract, 'payload'>): Json {
  const schema = z.toJSONSchema(payload, { io: 'input', target: 'draft-7', metadata: z.registry() });
  return Object.fromEntries(Object.entries(schema).filter(([keyword]) => keyword !== '$schema'));
}
