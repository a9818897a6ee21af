import { CompanyChanged, CompanyCreated, type ServiceName } from '@dhanman/contracts';
import { newId } from '@dhanman/kernel';
import { freshVirtualHost, type VirtualHost } from '@dhanman/testing';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { publish } from '../src/index.js';
import {
  CompanyHandlers,
  commonTables,
  LedgerHandlers,
  salesTables,
  SalesHandlers,
} from './support/bookkeeping.js';
import { eventually } from './support/eventually.js';
import { LittleService } from './support/little-service.js';
import { Stranger } from './support/stranger.js';

let vhost: VirtualHost;
let common: LittleService;
let sales: LittleService;

beforeAll(async () => {
  vhost = await freshVirtualHost();
  common = await starting('common');
  sales = await starting('sales');
});

afterAll(async () => {
  await sales.stop();
  await common.stop();
  await vhost.drop();
});

async function starting(service: ServiceName): Promise<LittleService> {
  if (service === 'common')
    return LittleService.start({ service, vhost, tables: commonTables, handlers: [LedgerHandlers] });
  const handlers = [service === 'sales' ? SalesHandlers : CompanyHandlers];
  return LittleService.start({ service, vhost, tables: salesTables, handlers });
}

async function tell(company: string, revision: number): Promise<void> {
  const names = { name: 'Asha', currency: 'INR', timeZone: 'Asia/Kolkata', financialYearStartMonth: 4 };
  const contract = revision === 1 ? CompanyCreated : CompanyChanged;
  await common.transaction(async (tx) =>
    publish(tx, contract, { id: company, revision, ...names, isActive: true }),
  );
}

async function told(service: LittleService, company: string): Promise<readonly number[]> {
  const rows = await service.rows<{ revision: number }>(
    'select revision from company where id = $1 order by at',
    [company],
  );
  return rows.map(({ revision }) => revision);
}

async function waiting(): Promise<readonly string[]> {
  const rows = await common.rows<{ target: string }>(
    `select distinct target from outbox where trouble = 'unroutable' order by target`,
  );
  return rows.map(({ target }) => target);
}

test('an event reaches a service that was never started before it was sent, and delays nobody else', async () => {
  const company = newId();
  await tell(company, 1);
  await tell(company, 2);
  await eventually(async () => (await told(sales, company)).length === 2);
  await eventually(async () => (await waiting()).length === 4);
  expect(await waiting()).toEqual(['community', 'inventory', 'payroll', 'purchase']);
  const payroll = await starting('payroll');
  await eventually(async () => (await told(payroll, company)).length >= 2);
  expect(await told(payroll, company)).toEqual([1, 2]);
  expect(await told(sales, company)).toEqual([1, 2]);
  await eventually(async () => (await waiting()).length === 3);
  expect(await waiting()).toEqual(['community', 'inventory', 'purchase']);
  await payroll.stop();
});

test('an event waits for the one service whose queue was taken away, and for no other', async () => {
  const stranger = await Stranger.on(vhost);
  const queue = `sales.${CompanyCreated.name}`;
  const binding = [queue, 'events', `${CompanyCreated.name}.sales`] as const;
  await stranger.channel.unbindQueue(...binding);
  const company = newId();
  await tell(company, 1);
  await eventually(async () => (await waiting()).includes('sales'));
  expect(await told(sales, company)).toEqual([]);
  await stranger.channel.bindQueue(...binding);
  await eventually(async () => (await told(sales, company)).length === 1);
  await stranger.leave();
});
