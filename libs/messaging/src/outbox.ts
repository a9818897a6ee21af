import {
  type AnyContract,
  type CommandContract,
  type EventContract,
  type JobContract,
  type PayloadIn,
  type ReplyContract,
  type ServiceName,
  sendersOf,
  type Message,
} from '@dhanman/contracts';
import { type Id, newId } from '@dhanman/kernel';
import type { DataSource, EntityManager } from 'typeorm';
import { crash } from './crash.js';
import type { MessagingOptions } from './options.js';
import { planned } from './planned.js';
import { continuing, currentTraceparent } from './trace.js';

/**
 * Sends an event, a command or a job if and only if the transaction commits: it is a row of the same transaction,
 * and the relay brings it to the broker afterwards. The tenant is the one the transaction works for.
 */
export async function publish<C extends EventContract | CommandContract | JobContract>(
  tx: EntityManager,
  contract: C,
  payload: PayloadIn<C>,
): Promise<void> {
  await write(tx, contract, payload, { targets: contract.kind === 'event' ? contract.heardBy : [''] });
}

/**
 * Says again how a thing is now, under the number of its last message, to every service that hears of it or to one. A
 * copy that missed messages, or has none yet, is right afterwards and goes on from this number; for one that is right
 * already nothing changes.
 */
export async function restate<C extends EventContract>(
  tx: EntityManager,
  contract: C,
  payload: PayloadIn<C>,
  to?: ServiceName,
): Promise<void> {
  if (contract.sequence?.carriesState !== true)
    throw new Error(`${contract.name} does not carry the whole state, so it cannot be restated.`);
  const targets = contract.heardBy.filter((service) => to === undefined || service === to);
  await write(tx, contract, payload, { targets, isRestated: true });
}

/** Answers a command, to the service that sent it; the same promise as `publish`. */
export async function reply<C extends ReplyContract>(
  tx: EntityManager,
  to: Message,
  contract: C,
  payload: PayloadIn<C>,
): Promise<void> {
  const { source } = to.envelope;
  await becauseOf(tx, to, async () => write(tx, contract, payload, { targets: [source] }));
}

/** What the work writes and sends is because of this message: it belongs to its story and its trace. */
export function becauseOf<T>(tx: EntityManager, { envelope }: Message, work: () => T): T {
  const { messageId, correlationId, organizationId, actor, actingFor, traceparent } = envelope;
  const who = {
    ...(actor !== undefined && { actorId: actor }),
    ...(actingFor !== undefined && { actingFor }),
  };
  const cause = { requestId: messageId, correlationId, organizationId, ...who };
  return continuing(traceparent, () => hostOf(tx).correlation.run(cause, work));
}

/** A message, or a job, that was sent before. */
export interface Sent {
  readonly kind: 'again' | 'job';
  readonly messageId: string;
  readonly contract: string;
  /** The one queue that gets it again; a job has none. */
  readonly queue: string;
  readonly correlationId: string;
  readonly envelope: object;
  readonly payload: string;
}

/** Sends it once more as it was, to be tried as if for the first time; the same promise as `publish`. */
export async function sendAgain(tx: EntityManager, sent: Sent): Promise<void> {
  const { kind, messageId, contract, queue, correlationId, envelope, payload } = sent;
  const values = [messageId, kind, contract, queue, correlationId, JSON.stringify(envelope), payload];
  await tx.query(insertAgain, values);
  wakeRelayAfter(tx);
}

type Host = Pick<MessagingOptions, 'service' | 'correlation'>;

const hosts = new WeakMap<DataSource, Host>();

/** Ties the outbox of a database to its service. */
export function attachOutbox({ source, ...host }: Host & Pick<MessagingOptions, 'source'>): void {
  hosts.set(source, host);
}

/** Calls back after each commit of a transaction that sent something; the data source must be connected. */
export function afterSendingCommits(source: DataSource, wake: () => void): void {
  const afterTransactionCommit = ({ queryRunner }: { queryRunner: { data: unknown } }): void => {
    if (!(hasSent in (queryRunner.data as object))) return;
    crash('after-commit');
    wake();
  };
  Object.assign(source, { subscribers: [...source.subscribers, { afterTransactionCommit }] });
}

const hasSent = Symbol('has sent messages');

/** This transaction wrote to the outbox: wake the relay when it commits. */
export function wakeRelayAfter(tx: EntityManager): void {
  Object.assign(tx.queryRunner?.data ?? {}, { [hasSent]: true });
}

/** Until `flush` what this transaction sends is kept together, so that it is written by one statement. */
export function gather(tx: EntityManager): void {
  Object.assign(tx.queryRunner?.data ?? {}, { [gathered]: [] });
}

/** Writes what was gathered. Called before the commit by whoever called `gather`. */
export async function flush(tx: EntityManager): Promise<void> {
  const rows = gatheredBy(tx)?.splice(0) ?? [];
  if (rows.length > 0) await insert(tx, rows);
}

const gathered = Symbol('has gathered messages');

function gatheredBy(tx: EntityManager): OutboxRow[] | undefined {
  return (tx.queryRunner?.data as { [gathered]?: OutboxRow[] } | undefined)?.[gathered];
}

/** One copy of a message, for one of the services that get it. */
interface OutboxRow {
  readonly messageId: Id;
  readonly contract: AnyContract;
  readonly target: string;
  readonly correlationId: string;
  readonly envelope: string;
  readonly payload: string;
}

interface Sending {
  readonly targets: readonly string[];
  readonly isRestated?: boolean;
}

async function write(
  tx: EntityManager,
  contract: AnyContract,
  payload: object,
  { targets, isRestated = false }: Sending,
): Promise<void> {
  const host = hostOf(tx);
  if (!sendersOf(contract).includes(host.service)) {
    throw new Error(`${host.service} may not send ${contract.name}: its contract does not say so.`);
  }
  const stamped = stamp(host, isRestated);
  const body = contract.payload.parse(payload);
  const json = JSON.stringify(body);
  if (json.length > largest)
    throw new Error(`${contract.name} is too large to send: name a document instead.`);
  wakeRelayAfter(tx);
  if (contract.kind === 'job') {
    const { messageId, correlationId, envelope } = stamped;
    const once = onceOf(contract, body) ?? messageId;
    await tx.query(owe, [messageId, 'job', contract.name, correlationId, envelope, json, once]);
    return;
  }
  const rows = targets.map((target) => ({ ...stamped, contract, target, payload: json }));
  const waiting = gatheredBy(tx);
  if (waiting) waiting.push(...rows);
  else await insert(tx, rows);
}

async function insert(tx: EntityManager, rows: readonly OutboxRow[]): Promise<void> {
  await tx.query(outbox, [
    rows.map(() => newId()),
    rows.map(({ messageId }) => messageId),
    rows.map(({ contract }) => contract.kind),
    rows.map(({ contract }) => contract.name),
    rows.map(({ target }) => target),
    rows.map(({ correlationId }) => correlationId),
    rows.map(({ envelope }) => envelope),
    rows.map(({ payload }) => payload),
  ]);
}

/** A message says what happened; what it happened to is fetched where it lies. */
const largest = 1_000_000;

function hostOf(tx: EntityManager): Host {
  const host = hosts.get(tx.dataSource);
  if (host) return host;
  throw new Error('This database has no outbox attached: is the message layer among the extensions?');
}

/** Who sends, and because of what. Without a cause the message begins a story of its own. */
function stamp(
  { service, correlation }: Host,
  isRestated: boolean,
): Pick<OutboxRow, 'messageId' | 'correlationId' | 'envelope'> {
  const messageId = newId();
  const { correlationId = messageId, requestId, actorId, actingFor } = correlation.current() ?? {};
  const cause = { causationId: requestId, actor: actorId, actingFor, traceparent: currentTraceparent() };
  const restated = isRestated ? { restated: true } : {};
  return { messageId, correlationId, envelope: JSON.stringify({ source: service, ...cause, ...restated }) };
}

function onceOf({ once }: JobContract, body: Readonly<Record<string, unknown>>): string | undefined {
  return once?.map((field) => String(body[field])).join(' ');
}

// The tenant is read where the row policies read it, so that message and rows cannot belong to different ones.
const tenant = `jsonb_strip_nulls(jsonb_build_object(
    'organizationId', nullif(current_setting('app.organization_id', true), ''),
    'companyId', nullif(current_setting('app.company_id', true), '')))`;

// One row for each service that must get it: what one of them cannot take yet waits for that one alone.
const outbox = planned(
  'outbox',
  `insert into outbox (id, message_id, kind, contract, target, correlation_id, envelope, payload)
   select id, message_id, kind, contract, target, correlation_id, envelope::jsonb || ${tenant}, payload::json
   from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[])
     as message (id, message_id, kind, contract, target, correlation_id, envelope, payload)`,
);

const insertAgain = `
  insert into outbox (id, message_id, kind, contract, target, correlation_id, envelope, payload)
  values (gen_random_uuid(), $1, $2, $3, $4, $5, $6, $7)`;

// A job is owed from this commit on, whatever becomes of the queues; what is owed already is not owed twice.
const owe = `
  with owed as (
    insert into job (id, contract, once, organization, correlation_id, envelope, payload)
    values ($1, $3, $7, current_setting('app.organization_id')::uuid, $4, $5::jsonb || ${tenant}, $6)
    on conflict do nothing returning *)
  insert into outbox (id, message_id, kind, contract, target, correlation_id, envelope, payload)
  select id, id, $2, contract, '', correlation_id, envelope, payload from owed`;
