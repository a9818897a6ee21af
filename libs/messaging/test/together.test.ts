import { type PayloadIn, PostTransaction, TransactionPosted } from '@dhanman/contracts';
import { newId } from '@dhanman/kernel';
import { freshVirtualHost, type VirtualHost } from '@dhanman/testing';
import { Controller } from '@nestjs/common';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { EntityManager } from 'typeorm';
import { Handles, HandlesTogether, type Message, reply } from '../src/index.js';
import { OwnEventsHandlers, transactionFor } from './support/bookkeeping.js';
import { eventually } from './support/eventually.js';
import { LittleService, organizationId } from './support/little-service.js';
import { Stranger } from './support/stranger.js';

type Asked = Message<typeof PostTransaction>;

const queue = 'common.post-transaction.v1';
/** No key on purpose: a second effect must be visible as a second row. */
const tables = 'create table entry (document uuid, xid text, tenant text)';

/** What the ledger does wrong, by document. */
const troubles = new Map<string, () => Promise<void>>();

/** What there is to see of one transaction: the number of the transaction, and whose it is. */
async function post(tx: EntityManager, messages: readonly Asked[]): Promise<void> {
  for (const { payload } of messages) await troubles.get(payload.source.id)?.();
  await tx.query(
    `insert into entry select unnest($1::uuid[]), pg_current_xact_id()::text, current_setting('app.organization_id')`,
    [messages.map(({ payload }) => payload.source.id)],
  );
  for (const message of messages) await reply(tx, message, TransactionPosted, answerTo(message));
}

function answerTo({ payload: { source } }: Asked): PayloadIn<typeof TransactionPosted> {
  return { source, entryId: newId(), postedAt: '2026-04-01T00:00:00Z' };
}

@Controller()
class OneByOne extends OwnEventsHandlers {
  @Handles(PostTransaction)
  async onPostTransaction(message: Asked, tx: EntityManager): Promise<void> {
    await post(tx, [message]);
  }
}

const calls: number[] = [];

@Controller()
class Together extends OwnEventsHandlers {
  @HandlesTogether(PostTransaction, { most: 20 })
  async onPostTransactions(messages: readonly Asked[], tx: EntityManager): Promise<void> {
    calls.push(messages.length);
    await post(tx, messages);
  }
}

let vhost: VirtualHost;
let stranger: Stranger;
let common: LittleService;

beforeEach(async () => {
  vhost = await freshVirtualHost();
  stranger = await Stranger.on(vhost);
  calls.length = 0;
});

afterEach(async () => {
  await stranger.leave();
  await common.stop();
  await vhost.drop();
});

interface Told {
  readonly document: string;
  readonly tenant?: string;
}

interface Entry {
  readonly document: string;
  readonly xid: string;
  readonly tenant: string;
}

/** Asks for these while the ledger is busy with another document of each tenant, so that they wait together. */
async function tellAtOnce(handler: typeof OneByOne | typeof Together, told: readonly Told[]): Promise<void> {
  common = await LittleService.start({ service: 'common', vhost, tables, handlers: [handler] });
  const { promise: isTold, resolve } = Promise.withResolvers<void>();
  const tenants = [...new Set(told.map(({ tenant = organizationId }) => tenant))];
  const busy = tenants.map((tenant) => ({ document: newId(), tenant }));
  for (const { document } of busy) troubles.set(document, async () => isTold);
  const isQueueEmpty = async (): Promise<boolean> =>
    (await stranger.channel.checkQueue(`common.${queue}`)).messageCount === 0;
  for (const one of [...busy, ...told]) await tell(one);
  await eventually(isQueueEmpty);
  resolve();
}

async function posted(told: readonly Told[]): Promise<readonly Entry[]> {
  return eventually(async () => {
    const entries = await common.rows<Entry>('select * from entry where document = any($1)', [
      told.map(({ document }) => document),
    ]);
    return entries.length >= told.length && entries;
  });
}

async function tell({ document, tenant = organizationId }: Told): Promise<void> {
  const headers = { source: 'sales', organizationId: tenant, occurredAt: '2026-04-01T00:00:00.000Z' };
  const properties = { messageId: document, correlationId: `because of ${document}`, headers };
  await stranger.send('commands', queue, transactionFor(document), properties);
}

const many = (count: number): readonly Told[] => Array.from({ length: count }, () => ({ document: newId() }));

const transactionsOf = (entries: readonly Entry[]): number => new Set(entries.map(({ xid }) => xid)).size;

describe.each([
  ['a handler of one message', OneByOne],
  ['a handler of many', Together],
])('messages that wait together for %s', (_, handler) => {
  test('share a transaction, and each has its own place in the inbox and its own answer', async () => {
    const told = many(15);
    await tellAtOnce(handler, told);
    expect(transactionsOf(await posted(told))).toBeLessThan(5);
    if (handler === Together) expect(Math.max(...calls)).toBeGreaterThan(1);
    expect(await common.count(`inbox where outcome = 'handled'`)).toBe(told.length + 1);
    const answers = await common.rows<{ cause: string; correlation_id: string }>(
      `select envelope->>'causationId' as cause, correlation_id from outbox_sent
       union all select envelope->>'causationId', correlation_id from outbox`,
    );
    expect(answers).toHaveLength(told.length + 1);
    const each = told.map(({ document }) => ({ cause: document, correlation_id: `because of ${document}` }));
    expect(answers).toEqual(expect.arrayContaining(each));
  });

  test('take effect once when the same one waits twice', async () => {
    const told = many(6);
    await tellAtOnce(handler, [...told, ...told, ...many(1), told[0]!]);
    const last = many(1);
    await tell(last[0]!);
    await posted(last);
    expect(await posted(told)).toHaveLength(told.length);
  });

  test('are done each by itself when one of them fails, which hurts nobody else', async () => {
    const told = many(9);
    const poison = told[4]!;
    const neighbours = told.filter((one) => one !== poison);
    troubles.set(poison.document, () => Promise.reject(new Error('no such account')));
    await tellAtOnce(handler, told);
    const [letter] = await eventually(async () => {
      const rows = await common.rows<{ message_id: string; history: unknown[] }>('select * from dead_letter');
      return rows.length > 0 && rows;
    });
    expect(letter).toMatchObject({ message_id: poison.document, history: { length: 3 } });
    expect(await posted(neighbours)).toHaveLength(neighbours.length);
    expect(await common.rows('select from entry where document = $1', [poison.document])).toEqual([]);
    expect(await common.count('delivery_trouble')).toBe(3);
  });

  test('are done while one of them hangs', async () => {
    const told = many(8);
    const { promise: isOver, resolve } = Promise.withResolvers<void>();
    troubles.set(told[3]!.document, async () => isOver);
    const neighbours = told.filter((one) => one !== told[3]);
    await tellAtOnce(handler, told);
    expect(await posted(neighbours)).toHaveLength(neighbours.length);
    resolve();
  });

  test('never share one with those of another tenant', async () => {
    const other = newId();
    const told = many(12).map((one, index) => (index % 2 === 0 ? one : { ...one, tenant: other }));
    await tellAtOnce(handler, told);
    const tenants = new Map((await posted(told)).map(({ document, tenant }) => [document, tenant]));
    expect(tenants).toEqual(new Map(told.map(({ document, tenant = organizationId }) => [document, tenant])));
  });
});
