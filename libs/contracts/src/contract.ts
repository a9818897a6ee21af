import type { z } from 'zod';

/** The services, each the owner of the contracts whose names begin with its own. */
export const services = ['common', 'community', 'inventory', 'payroll', 'purchase', 'sales'] as const;
export type ServiceName = (typeof services)[number];

export type ContractName = `${ServiceName}.${string}.v${number}`;

export interface Contract<Kind extends string = string, Payload extends z.ZodObject = z.ZodObject> {
  readonly kind: Kind;
  readonly name: ContractName;
  readonly owner: ServiceName;
  readonly version: number;
  readonly summary: string;
  readonly payload: Payload;
}

/**
 * Orders the messages about one thing: field `key` of the payload names the thing, field `number` counts its messages
 * from 1 without a gap. A stream may span several contracts, such as created and changed.
 */
export interface Sequence<Field extends string = string> {
  readonly stream: string;
  readonly key: Field;
  readonly number: Field;
  /** Each message carries the whole thing as it is, so that any one of them can be sent again to set a copy right. */
  readonly carriesState?: boolean;
}

export interface EventContract<Payload extends z.ZodObject = z.ZodObject> extends Contract<'event', Payload> {
  readonly heardBy: readonly ServiceName[];
  readonly sequence?: Sequence<keyof z.output<Payload> & string>;
}

export type ReplyContract<Payload extends z.ZodObject = z.ZodObject> = Contract<'reply', Payload>;

export interface CommandContract<
  Payload extends z.ZodObject = z.ZodObject,
  Reply extends ReplyContract = ReplyContract,
> extends Contract<'command', Payload> {
  readonly sentBy: readonly ServiceName[];
  readonly replies: readonly Reply[];
}

export interface JobContract<Payload extends z.ZodObject = z.ZodObject> extends Contract<'job', Payload> {
  /** Which of the owner's queues does it; the critical one is served first. */
  readonly queue: JobQueue;
  /** Fields that name the work, such as schedule and period: for the same values it is owed once, ever. */
  readonly once?: readonly (keyof z.output<Payload> & string)[];
}

/** `outgoing` is for what mostly waits for somebody outside. */
export type JobQueue = 'critical' | 'default' | 'low' | 'outgoing';

export type AnyContract = EventContract | CommandContract | ReplyContract | JobContract;

/** What a sender gives. */
export type PayloadIn<C extends Contract> = z.input<C['payload']>;
/** What a handler gets: parsed, and without the fields this version does not know. */
export type PayloadOf<C extends Contract> = z.output<C['payload']>;

interface Description<Payload> {
  readonly summary: string;
  readonly payload: Payload;
}

/** Something happened in its owner's service; the services that hear it do not start without a handler for it. */
export function event<Payload extends z.ZodObject>(
  name: ContractName,
  description: Description<Payload> & Pick<EventContract<Payload>, 'heardBy' | 'sequence'>,
): EventContract<Payload> {
  return { kind: 'event', ...identityOf(name), ...description };
}

/** Asks its owner to do something; one handler there, which answers with one of the replies. */
export function command<Payload extends z.ZodObject, Reply extends ReplyContract>(
  name: ContractName,
  description: Description<Payload> & Pick<CommandContract<Payload, Reply>, 'sentBy' | 'replies'>,
): CommandContract<Payload, Reply> {
  return { kind: 'command', ...identityOf(name), ...description };
}

/** Answers a command, to the service that sent it and to no one else. */
export function reply<Payload extends z.ZodObject>(
  name: ContractName,
  description: Description<Payload>,
): ReplyContract<Payload> {
  return { kind: 'reply', ...identityOf(name), ...description };
}

/** Slow work of the owner itself, done outside any transaction. */
export function job<Payload extends z.ZodObject>(
  name: ContractName,
  description: Description<Payload> & Partial<Pick<JobContract<Payload>, 'queue' | 'once'>>,
): JobContract<Payload> {
  return { kind: 'job', queue: 'default', ...identityOf(name), ...description };
}

/** The services that may send a message; a consumer refuses it from any other. */
export function sendersOf(contract: AnyContract): readonly ServiceName[] {
  return contract.kind === 'command' ? contract.sentBy : [contract.owner];
}

/** The services that must have a handler: who hears the event, who does the command or job, who is answered. */
export function receiversOf(contract: AnyContract, all: readonly AnyContract[]): readonly ServiceName[] {
  if (contract.kind === 'event') return contract.heardBy;
  if (contract.kind !== 'reply') return [contract.owner];
  const asked = all.filter(
    (one) => one.kind === 'command' && one.replies.some(({ name }) => name === contract.name),
  );
  return [...new Set(asked.flatMap(sendersOf))];
}

const shape = /^([a-z]+)(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)\.v([1-9][0-9]*)$/;

function identityOf(name: ContractName): Pick<Contract, 'name' | 'owner' | 'version'> {
  const [, owner, version] = shape.exec(name) ?? [];
  const service = services.find((one) => one === owner);
  if (service === undefined) throw new Error(`"${name}" is not <owner>.<kebab-case>.v<number>.`);
  return { name, owner: service, version: Number(version) };
}
