import { PlainDate } from '@dhanman/kernel';
import { Database } from '@dhanman/platform';
import { query, startService, type StartedService } from '@dhanman/testing';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { EntityManager } from 'typeorm';
import { keepHead } from '../../src/daily-runs/ledger-tasks.service.js';
import { BalancesService } from '../../src/ledger/balances.service.js';
import { common } from '../../src/main.js';
import { aCustomer, asking, type Books, openBooks } from '../support/ledger.js';

let started: StartedService;
let books: Books;

beforeAll(async () => {
  started = await startService(common);
});

afterAll(async () => {
  await started.stop();
});

beforeEach(async () => {
  books = await openBooks(started);
  const customers = [aCustomer(), aCustomer()];
  for (const on of ['2025-05-01', '2026-04-01', '2026-04-30'])
    await books.post(
      ...customers.map((party) =>
        asking(
          [
            ['11200', '5.00', '', party],
            ['41010', '', '5.00'],
          ],
          { on },
        ),
      ),
    );
});

const inBooks = <T>(work: (tx: EntityManager) => Promise<T>): Promise<T> =>
  started.service.get(Database).transaction(books, work);
const differences = () => inBooks((tx) => started.service.get(BalancesService).differences(tx, books));

/** Everything that is stored of the company, as one text. */
async function stored(): Promise<readonly object[]> {
  const tables = ['account_day', 'account_month', 'party_day'];
  const all = tables.map(
    (table) =>
      `select '${table}' as name, to_jsonb(${table})::text as row from ${table} where company_id = $1`,
  );
  return query(started.database.adminUrl, `${all.join(' union all ')} order by 1, 2`, [books.companyId]);
}

test('the kept balances are the sums of the lines, and a rebuild gives the same ones byte for byte', async () => {
  const before = await stored();
  expect(before.length).toBeGreaterThan(10);
  expect(await differences()).toBe(0);
  await inBooks((tx) => started.service.get(BalancesService).rebuild(tx, books));
  expect(await stored()).toEqual(before);
});

test.each([
  ['changed', 'update account_day set debit = debit + 1 where company_id = $1 and debit > 0'],
  ['gone', 'delete from party_day where company_id = $1'],
  [
    'made up',
    `insert into account_month select organization_id, company_id, account_id, '2020-01-01', 1, 1 from account_month
    where company_id = $1 limit 1`,
  ],
])('balances that are %s are noticed and put right', async (_, sql) => {
  const before = await stored();
  await query(started.database.adminUrl, sql, [books.companyId]);
  expect(await differences()).toBeGreaterThan(0);
  await inBooks((tx) => started.service.get(BalancesService).rebuild(tx, books));
  expect(await differences()).toBe(0);
  expect(await stored()).toEqual(before);
});

test('the first posting of a day keeps where the chain ended on the day before', async () => {
  const yesterday = `update ledger_head set recorded_at = recorded_at - interval '1 day' where company_id = $1
    returning (recorded_at at time zone 'UTC')::date::text as day, sequence, hash`;
  const [end] = await query(started.database.adminUrl, yesterday, [books.companyId]);
  await books.post(
    asking([
      ['53020', '5.00', ''],
      ['11110', '', '5.00'],
    ]),
  );
  const kept = 'select day::text, sequence, hash from ledger_head_day where company_id = $1';
  expect(await query(started.database.adminUrl, kept, [books.companyId])).toEqual([end]);
});

test('the daily run keeps where the chain ended yesterday, though nothing is posted today', async () => {
  const yesterday = `set session_replication_role = replica;
    update journal_entry set posted_at = posted_at - interval '1 day' where company_id = '${books.companyId}'`;
  await query(started.database.adminUrl, yesterday);
  const keep = () => inBooks((tx) => keepHead.run(tx, PlainDate.parse('2026-11-25')));
  const said = await keep();
  expect(await keep()).toBe(said);
  const kept = `select day.sequence, day.hash = head.hash as ends, day = (now() at time zone 'UTC')::date - 1 as is_yesterday
    from ledger_head_day day join ledger_head head using (company_id) where company_id = $1`;
  expect(await query(started.database.adminUrl, kept, [books.companyId])).toEqual([
    { sequence: '6', ends: true, is_yesterday: true },
  ]);
  expect(said).toMatch(/ended with entry 6, its link [0-9a-f]{64}$/);
});
