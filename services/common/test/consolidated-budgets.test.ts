import { permissions, type ReportDto } from '@dhanman/contracts';
import { type Id, newId } from '@dhanman/kernel';
import { aToken, startService, type StartedService } from '@dhanman/testing';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { common } from '../src/main.js';
import { asking, type Books, openBooks } from './support/ledger.js';
import { planBudget } from './support/planned-budget.js';
import { written } from './support/worked-examples.js';

let started: StartedService;
let east: Books;
let west: Books;

beforeAll(async () => {
  started = await startService(common);
});

afterAll(async () => {
  await started.stop();
});

beforeEach(async () => {
  const organizationId = newId();
  east = await openBooks(started, { organizationId });
  west = await openBooks(started, { organizationId });
});

async function ask(companies: readonly Id[], asked = '') {
  const { organizationId, companyId } = east;
  const token = await aToken({ organizationId, companies, permissions });
  const days = 'from=2026-04-01&asOf=2026-04-30';
  const path = `/api/v1/companies/${companyId}/reports/consolidated-budget-variance?${days}${asked}`;
  return started.agent.get(path).set('authorization', `Bearer ${token}`).expect(200);
}

const both = (): readonly Id[] => [east.companyId, west.companyId];

async function report(companies = both(), asked = ''): Promise<ReportDto> {
  return (await ask(companies, asked)).body as ReportDto;
}

const spend = (books: Books, account: string, amount: string) =>
  books.post(
    asking(
      [
        [account, amount, ''],
        ['11110', '', amount],
      ],
      { on: '2026-04-10' },
    ),
  );

/** Electricity is planned and spent in both, water in one without a plan. */
async function plannedAndSpent(): Promise<void> {
  await planBudget(started, east, { 51510: '300.00', 43010: '10.00' });
  await planBudget(started, west, { 51510: '200.00' });
  await spend(east, '51510', '450.00');
  await spend(west, '51510', '150.00');
  await spend(west, '51610', '70.00');
}

test('are the budgets of all companies and what they came to, side by side and summed', async () => {
  await plannedAndSpent();
  const all = await report();
  expect(all).toMatchObject({ company: null, chain: null, from: '2026-04-01', asOf: '2026-04-30' });
  expect(all.columns.map(({ name, companyId }) => [name, companyId])).toEqual([
    ...both().flatMap((id) => [
      ['budget', id],
      ['actual', id],
    ]),
    ...['budget', 'actual', 'variance', 'variancePercent', 'verdict'].map((name) => [name, undefined]),
  ]);
  expect(written(all)).toEqual(
    expect.arrayContaining([
      '43010 10 0 0 0 10 0 10 100 unfavourable',
      '51510 300 450 200 150 500 600 -100 -20 unfavourable',
      '51610 0 0 0 70 0 70 -70 - unfavourable',
      'total-expense 300 450 200 220 500 670 -170 -34 unfavourable',
      'result -290 -450 -200 -220 -490 -670 180 -36.73 unfavourable',
    ]),
  );
});

test('have the companies whose reports the reader may read, and no other', async () => {
  await plannedAndSpent();
  const one = await report([east.companyId]);
  expect(written(one)).toContain('51510 300 450 300 450 -150 -50 unfavourable');
  expect(written(one).some((line) => line.startsWith('51610'))).toBe(false);
});

test('are the same again as they were known, whatever was planned and spent since', async () => {
  await plannedAndSpent();
  const before = await report();
  await planBudget(started, west, { 51510: '250.00' });
  await spend(east, '51510', '1.00');
  expect(written(await report())).toContain('51510 300 451 250 150 550 601 -51 -9.27 unfavourable');
  expect(await report(both(), `&knownAt=${before.knownAt}`)).toEqual(before);
});

test('are files as well, whose columns say whose they are', async () => {
  await plannedAndSpent();
  const name = (await report()).columns[0]!.label!;
  const { text } = await ask(both(), '&format=csv');
  expect(text).toContain(`${name}: Budget,${name}: Actual`);
  expect(text).toContain(
    '51510,Electricity Expense,300.00,450.00,200.00,150.00,500.00,600.00,-100.00,-20.00',
  );
  for (const format of ['xlsx', 'pdf']) expect((await ask(both(), `&format=${format}`)).status).toBe(200);
});
