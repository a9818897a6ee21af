import { CompanyChanged, CompanyCreated, PostTransaction, TransactionPosted } from '@dhanman/contracts';
import { freshVirtualHost, type VirtualHost } from '@dhanman/testing';
import { Controller, type Type } from '@nestjs/common';
import { EventPattern } from '@nestjs/microservices';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Handles, type Message } from '../src/index.js';
import { commonTables, issue, LedgerHandlers, salesTables, SalesHandlers } from './support/bookkeeping.js';
import { eventually } from './support/eventually.js';
import { LittleService } from './support/little-service.js';

let vhost: VirtualHost;

beforeAll(async () => {
  vhost = await freshVirtualHost();
});

afterAll(async () => {
  await vhost.drop();
});

async function starting(handlers: readonly Type[]): Promise<string> {
  const sales = await LittleService.prepare({ service: 'sales', vhost, tables: salesTables });
  try {
    await sales.open(handlers);
    return 'started';
  } catch (error) {
    return String(error);
  } finally {
    await sales.stop();
  }
}

@Controller()
class HalfOfIt {
  @Handles(TransactionPosted)
  async onTransactionPosted(message: Message<typeof TransactionPosted>): Promise<void> {
    expect(message).toBeDefined();
  }

  @Handles(CompanyCreated)
  async onCompanyCreated(message: Message<typeof CompanyCreated>): Promise<void> {
    expect(message).toBeDefined();
  }
}

@Controller()
class Twice {
  @Handles(CompanyChanged)
  async onCompanyChanged(message: Message<typeof CompanyChanged>): Promise<void> {
    expect(message).toBeDefined();
  }
}

@Controller()
class ForAnother {
  @Handles(PostTransaction)
  async onPostTransaction(message: Message<typeof PostTransaction>): Promise<void> {
    expect(message).toBeDefined();
  }
}

@Controller()
class Invented {
  @(EventPattern('sales.moon-landed.v1') as unknown as MethodDecorator)
  async onMoonLanded(): Promise<void> {}
}

describe('a service starts', () => {
  test('with a handler for everything it is sent', async () => {
    expect(await starting([SalesHandlers])).toBe('started');
  });

  test.each([
    [
      'a handler is missing',
      [HalfOfIt],
      'no handler for common.company-changed.v1, common.transaction-rejected.v1',
    ],
    ['a handler is there twice', [SalesHandlers, Twice], 'handles common.company-changed.v1 twice'],
    [
      'a handler is for a message of another service',
      [SalesHandlers, ForAnother],
      'which no contract lets it receive',
    ],
    ['a handler is for no known message', [SalesHandlers, Invented], 'handles "sales.moon-landed.v1"'],
  ])('but not when %s', async (_, handlers, complaint) => {
    expect(await starting(handlers)).toContain(complaint);
  });
});

test('with the broker away a service starts and works, and catches up when it comes', async () => {
  const nowhere = new URL(vhost.url);
  const missing = `${nowhere.pathname}-not-there`;
  nowhere.pathname = missing;
  const away = { name: missing, url: nowhere.href, drop: async () => undefined };
  const sales = await LittleService.prepare({ service: 'sales', vhost: away, tables: salesTables });
  await sales.messaging.start();
  await issue(sales);
  expect(sales.messaging.isConnected).toBe(false);
  expect(await sales.rows('select trouble from outbox')).toEqual([{ trouble: null }]);
  await sales.stop();
});

test('two services in one process do not meet', async () => {
  const common = await LittleService.start({
    service: 'common',
    vhost,
    tables: commonTables,
    handlers: [LedgerHandlers],
  });
  const sales = await LittleService.start({
    service: 'sales',
    vhost,
    tables: salesTables,
    handlers: [SalesHandlers],
  });
  await issue(sales);
  await eventually(async () => (await sales.count('answer')) === 1);
  expect([await sales.count('inbox'), await common.count('inbox')]).toEqual([1, 1]);
  await sales.stop();
  await common.stop();
});
