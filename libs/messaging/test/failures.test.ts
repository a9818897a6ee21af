import { newId } from '@dhanman/kernel';
import { freshVirtualHost, type VirtualHost } from '@dhanman/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ConsumeMessage } from 'amqplib';
import type { EntityManager } from 'typeorm';
import { Failures } from '../src/failures.js';
import {
  commonTables,
  issue,
  LedgerHandlers,
  salesTables,
  SalesHandlers,
  transactionFor,
} from './support/bookkeeping.js';
import { eventually } from './support/eventually.js';
import { LittleService, organizationId } from './support/little-service.js';
import { Stranger } from './support/stranger.js';

let vhost: VirtualHost;
let sales: LittleService;
let common: LittleService;
let stranger: Stranger;

beforeAll(async () => {
  vhost = await freshVirtualHost();
  common = await LittleService.start({
    service: 'common',
    vhost,
    tables: commonTables,
    handlers: [LedgerHandlers],
  });
  sales = await LittleService.start({
    service: 'sales',
    vhost,
    tables: salesTables,
    handlers: [SalesHandlers],
  });
  stranger = await Stranger.on(vhost);
});

afterAll(async () => {
  await stranger.leave();
  await sales.stop();
  await common.stop();
  await vhost.drop();
});

async function entries(document: string): Promise<number> {
  return (await common.rows('select from entry where document = $1', [document])).length;
}

async function posted(document: string): Promise<void> {
  await eventually(
    async () => (await sales.rows('select from answer where document = $1', [document])).length > 0,
  );
}

interface DeadLetter {
  readonly queue: string;
  readonly reason: string;
  readonly history: readonly { readonly attempt: number }[];
}

async function dead(contains: string): Promise<DeadLetter> {
  return eventually(async () => {
    const [letter] = await common.rows<DeadLetter>(
      `select queue, reason, history from dead_letter
       where position($1::text in convert_from(payload, 'UTF8')) > 0 and state = 'open'`,
      [contains],
    );
    return letter;
  });
}

describe('a delivery whose handler fails', () => {
  test('is tried again later and takes effect once', async () => {
    const document = await sabotaged(2, () => Promise.reject(new Error('ledger is cross')));
    await posted(document);
    expect(await entries(document)).toBe(1);
  });

  test('leaves nothing of a failed attempt behind', async () => {
    const document = await sabotaged(1, async (tx) => {
      await tx.query('insert into entry values ($1, 1, 1)', [newId()]);
      throw new Error('half way');
    });
    await posted(document);
    expect(await common.rows('select from entry where total = 1')).toEqual([]);
  });

  test('is stopped when it takes too long, and what it does afterwards is not stored', async () => {
    const late = newId();
    const document = await sabotaged(1, async (tx) => {
      await new Promise((resolve) => setTimeout(resolve, 700));
      await tx.query('insert into entry values ($1, 1, 1)', [late]);
    });
    await posted(document);
    expect(await entries(document)).toBe(1);
    expect(await entries(late)).toBe(0);
  });

  test('is dead after its last attempt, with its history, and its neighbours are posted meanwhile', async () => {
    const document = await sabotaged(3, () => Promise.reject(new Error('no such account')));
    const neighbours = await Promise.all(Array.from({ length: 20 }, async () => issue(sales)));
    await Promise.all(neighbours.map(posted));
    const letter = await dead(document);
    expect(letter).toMatchObject({
      queue: 'common.common.post-transaction.v1',
      reason: 'Error: no such account',
    });
    expect(letter.history.map(({ attempt }) => attempt)).toEqual([1, 2, 3]);
    expect(await entries(document)).toBe(0);
  });
});

describe('a dead letter', () => {
  test('that cannot be filed waits until it can be', async () => {
    await common.rows('alter table dead_letter rename to dead_letter_aside');
    const marker = newId();
    await stranger.send('commands', 'common.post-transaction.v1', { unfiled: marker });
    await eventually(async () => (await common.rows(troubleOf, [`%payload breaks%`])).length > 0);
    await posted(await issue(sales));
    await common.rows('alter table dead_letter_aside rename to dead_letter');
    expect((await dead(marker)).reason).toContain('payload breaks its contract');
  });

  const troubleOf = 'select from delivery_trouble where error like $1';
});

describe('a delivery that was out when its process died', () => {
  test('is counted once, however often the database is away while it starts', async () => {
    const failures = new Failures({ service: 'common', database: common.database }, undefined as never);
    const properties = { messageId: newId(), type: 'x', correlationId: 'x', headers: { organizationId } };
    const raw = { properties } as unknown as ConsumeMessage;
    for (let start = 0; start < 8; start += 1) await failures.suspect(raw);
    const counted = await common.rows('select from delivery_trouble where message_id = $1', [
      properties.messageId,
    ]);
    expect(counted).toHaveLength(1);
  });

  test('is dead after the fifth time, but not when it had its effect and only the answer was lost', async () => {
    const document = await issue(sales);
    await posted(document);
    const [handled] = await common.rows<{ id: string }>('select message_id as id from inbox limit 1');
    await expect(diedOften(newId())).rejects.toThrow('the process died each time it was handled');
    await expect(diedOften(handled!.id)).resolves.toBeUndefined();
  });

  async function diedOften(messageId: string): Promise<void> {
    const properties = { messageId, type: 'x', correlationId: 'x', headers: { organizationId } };
    const starts = Array.from({ length: 6 }, () => ({ properties }) as unknown as ConsumeMessage);
    const failures = new Failures({ service: 'common', database: common.database }, undefined as never);
    for (const raw of starts) await failures.suspect(raw);
  }
});

describe('a message that is wrong', () => {
  const queue = 'common.post-transaction.v1';

  test.each([
    ['is no JSON', '{"nonsense', {}, 'payload is not JSON'],
    ['breaks its contract', { nonsense: 'lines' }, {}, 'payload breaks its contract'],
    ['comes from the wrong service', transactionFor(newId()), { appId: 'payroll' }, 'payroll may not send'],
    ['comes from nobody', transactionFor(newId()), { appId: 'me' }, 'envelope breaks its contract'],
    ['belongs to nobody', transactionFor(newId()), { headers: {} }, 'organizationId'],
    ['says it is another', transactionFor(newId()), { type: 'common.transaction-posted.v1' }, 'may not send'],
    ['has no id', transactionFor(newId()), { messageId: 'one' }, 'messageId'],
  ])('because it %s dies at once', async (_, body, properties, reason) => {
    await stranger.send('commands', queue, body, properties);
    const marker = typeof body === 'string' ? body : JSON.stringify(body);
    const letter = await dead(marker);
    expect(letter.reason).toContain(reason);
    expect(letter.history).toHaveLength(1);
  });

  test('a second copy of a message has no effect', async () => {
    const document = newId();
    const messageId = newId();
    for (let copy = 0; copy < 5; copy += 1) {
      await stranger.send('commands', queue, transactionFor(document), { messageId });
    }
    await posted(document);
    await posted(await issue(sales));
    expect(await entries(document)).toBe(1);
  });
});

/** Issues an invoice that the ledger fails to post the first `times` times. */
async function sabotaged(times: number, failure: (tx: EntityManager) => Promise<void>): Promise<string> {
  let left = times;
  return issue(sales, {
    sabotage: async (tx) => {
      left -= 1;
      if (left >= 0) await failure(tx);
    },
  });
}
