import { PostTransaction } from '@dhanman/contracts';
import { newId } from '@dhanman/kernel';
import { freshVirtualHost, type VirtualHost } from '@dhanman/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { publish } from '../src/index.js';
import {
  commonTables,
  issue,
  LedgerHandlers,
  salesTables,
  SalesHandlers,
  transactionFor,
} from './support/bookkeeping.js';
import { eventually } from './support/eventually.js';
import { companyId, LittleService, organizationId } from './support/little-service.js';

let vhost: VirtualHost;
let sales: LittleService;
let common: LittleService;

beforeAll(async () => {
  vhost = await freshVirtualHost();
  sales = await LittleService.start({
    service: 'sales',
    vhost,
    tables: salesTables,
    handlers: [SalesHandlers],
  });
  common = await LittleService.start({
    service: 'common',
    vhost,
    tables: commonTables,
    handlers: [LedgerHandlers],
  });
});

afterAll(async () => {
  await sales.stop();
  await common.stop();
  await vhost.drop();
});

async function verdictOn(document: string): Promise<string> {
  return eventually(async () => {
    const [answer] = await sales.rows<{ verdict: string }>('select verdict from answer where document = $1', [
      document,
    ]);
    return answer?.verdict;
  });
}

describe('an invoice asks the ledger to post it', () => {
  test('and learns that it was posted', async () => {
    expect(await verdictOn(await issue(sales))).toBe('posted');
  });

  test('and learns why not', async () => {
    expect(await verdictOn(await issue(sales, { credit: '1000.00' }))).toBe('unbalanced');
  });

  test('and nothing is sent when its transaction rolls back', async () => {
    const document = newId();
    const failing = sales.transaction(async (tx) => {
      await publish(tx, PostTransaction, transactionFor(document));
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    await verdictOn(await issue(sales));
    expect(await common.rows('select from entry where document = $1', [document])).toEqual([]);
  });

  test('two hundred at once are each posted once', async () => {
    const before = await common.count('entry');
    await Promise.all(Array.from({ length: 200 }, async () => issue(sales)));
    await eventually(async () => (await sales.count('answer')) >= before + 200);
    expect(await common.count('entry')).toBe(before + 200);
  });
});

describe('the envelope', () => {
  test('carries the tenant, the cause and the correlation through the whole conversation', async () => {
    const cause = {
      requestId: 'request-1',
      correlationId: 'correlation-1',
      actorId: 'user-1',
      actingFor: 'user-2',
    };
    const document = await sales.correlation.run(cause, async () => issue(sales));
    await verdictOn(document);
    const [sent] = await eventually(async () => {
      const rows = await sales.rows<{ envelope: object; message_id: string }>(
        `select envelope, message_id from outbox_sent where correlation_id = 'correlation-1'`,
      );
      return rows.length > 0 && rows;
    });
    expect(sent?.envelope).toEqual({
      source: 'sales',
      causationId: 'request-1',
      ...{ actor: 'user-1', actingFor: 'user-2' },
      organizationId,
      companyId,
    });
    const [answered] = await eventually(async () => {
      const rows = await common.rows<{ envelope: object; target: string }>(
        `select envelope, target from outbox_sent where correlation_id = 'correlation-1'`,
      );
      return rows.length > 0 && rows;
    });
    expect(answered?.target).toBe('sales');
    expect(answered?.envelope).toEqual({
      ...{ source: 'common', causationId: sent?.message_id, actor: 'user-1', actingFor: 'user-2' },
      ...{ organizationId, companyId },
    });
  });

  test('a message without a tenant is refused by the outbox', async () => {
    const homeless = sales.source.transaction(async (tx) =>
      publish(tx, PostTransaction, transactionFor(newId())),
    );
    await expect(homeless).rejects.toThrow('outbox_names_its_organization');
  });

  test('a service cannot send what its contract does not let it send', async () => {
    const foreign = common.transaction(async (tx) => publish(tx, PostTransaction, transactionFor(newId())));
    await expect(foreign).rejects.toThrow('common may not send common.post-transaction.v1');
  });
});
