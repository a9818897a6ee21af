import { newId } from '@dhanman/kernel';
import { query, startService, type StartedService } from '@dhanman/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { common } from '../../src/main.js';
import { aCustomer, asking, type Books, openBooks, role } from '../support/ledger.js';

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
});

const customer = aCustomer();
const sale = () =>
  asking([
    ['11200', '1180.00', '', customer],
    ['41010', '', '1000.00'],
    ['23010', '', '180.00'],
  ]);

describe('an entry', () => {
  test('has a number of its year, and its accounts have moved', async () => {
    expect(await books.post(sale(), sale())).toMatchObject([
      { posted: { number: 'JV/2627/000001' } },
      { posted: { number: 'JV/2627/000002' } },
    ]);
    expect(await books.post(asking([...twoLines], { on: '2025-12-31' }))).toMatchObject([
      { posted: { number: 'JV/2526/000001' } },
    ]);
    expect(await books.balances()).toEqual({
      ...{ 11110: '-5.00', 11200: '2360.00', 23010: '-360.00', 41010: '-2000.00', 53020: '5.00' },
    });
  });

  test('can be asked for by the role of an account', async () => {
    const asked = asking([
      [role('receivable'), '1180.00', '', customer],
      [role('service-revenue'), '', '1180.00'],
    ]);
    expect(await books.post(asked)).toMatchObject([{ posted: {} }]);
    expect(await books.balances()).toEqual({ 11200: '1180.00', 41010: '-1180.00' });
  });

  test('is the same one for whoever asks again, and a conflict with other content', async () => {
    const asked = sale();
    const [first] = await books.post(asked);
    expect(await books.post(asked, asked)).toEqual([first, first]);
    const changed = { ...asked, request: { ...asked.request, narration: 'Something else' } };
    expect(await books.post(changed)).toMatchObject([
      { rejected: { code: 'source-conflict', field: 'source.version' } },
    ]);
    const next = {
      ...changed,
      request: { ...changed.request, source: { ...asked.request.source, version: 2 } },
    };
    expect(await books.post(next)).toMatchObject([{ posted: { number: 'JV/2627/000002' } }]);
  });
});

const twoLines = [
  ['53020', '5.00', ''],
  ['11110', '', '5.00'],
] as const;

describe('the ledger refuses', () => {
  test.each([
    ['one paisa too much', asking([['53020', '5.01', ''], twoLines[1]]), 'entry-unbalanced', 'lines'],
    [
      'an account it does not have',
      asking([['53021', '5.00', ''], twoLines[1]]),
      'account-unknown',
      'lines.0.account',
    ],
    [
      'a role nobody has',
      asking([['role:inventor', '5.00', ''], twoLines[1]]),
      'account-unknown',
      'lines.0.role',
    ],
    [
      'a sum of accounts',
      asking([twoLines[0], ['11100', '', '5.00']]),
      'account-not-postable',
      'lines.1.account',
    ],
    ['a debt of nobody', asking([['11200', '5.00', ''], twoLines[1]]), 'party-missing', 'lines.0.party'],
    [
      'a customer as vendor',
      asking([['21010', '5.00', '', customer], twoLines[1]]),
      'party-missing',
      'lines.0.party',
    ],
    ['a year it does not have', asking(twoLines, { on: '2019-01-01' }), 'no-financial-year', 'on'],
    ['another currency', asking(twoLines, { currency: 'USD' }), 'currency-foreign', 'currency'],
    ['a day that does not exist', asking(twoLines, { on: '2026-02-30' }), 'date-not-real', undefined],
  ])('%s, and says so again', async (_, asked, code, field) => {
    const [answer] = await books.post(asked);
    expect(answer).toMatchObject({ rejected: { code, ...(field !== undefined && { field }) } });
    expect(await books.post(asked)).toEqual([answer]);
    expect(await books.balances()).toEqual({});
  });

  test('what breaks a rule and posts the rest, without a gap in the numbers', async () => {
    const wrong = asking([['99999', '5.00', ''], twoLines[1]]);
    expect(await books.post(sale(), wrong, sale())).toMatchObject([
      { posted: { number: 'JV/2627/000001' } },
      { rejected: { code: 'account-unknown' } },
      { posted: { number: 'JV/2627/000002' } },
    ]);
  });

  test('a company it does not know', async () => {
    const stranger = { ...books, companyId: newId() };
    const { Database } = await import('@dhanman/platform');
    const { LedgerService } = await import('../../src/ledger/ledger.service.js');
    const outcome = await started.service
      .get(Database)
      .transaction(stranger, (tx) => started.service.get(LedgerService).postAll(tx, stranger, [sale()]));
    expect(outcome).toMatchObject([{ rejected: { code: 'company-unknown' } }]);
  });
});

describe('the database', () => {
  test.each([
    ['changes an amount', `update journal_line set amount = 1 where company_id = $1`],
    ['deletes a line', `delete from journal_line where company_id = $1`],
    ['changes an entry', `update journal_entry set narration = 'x' where company_id = $1`],
    ['deletes an entry', `delete from journal_entry where company_id = $1`],
  ])('never %s, not even for the superuser', async (_, sql) => {
    await books.post(sale());
    await expect(query(started.database.adminUrl, sql, [books.companyId])).rejects.toThrow(/never changed/);
  });

  test('keeps the application from trying', async () => {
    const tables = [
      'journal_entry',
      'journal_line',
      'journal_reversal',
      'ledger_head_day',
      'posting_refusal',
    ];
    const sql = `select bool_or(has_table_privilege(name, 'update') or has_table_privilege(name, 'delete')) as may
      from unnest($1::text[]) as name`;
    expect(await query(started.database.appUrl, sql, [tables])).toEqual([{ may: false }]);
  });

  test('lets no line join an entry that is posted, and nothing unbalanced be committed', async () => {
    const [answer] = await books.post(sale());
    const entryId = 'posted' in answer! ? answer.posted.entryId : '';
    const more = `insert into journal_line (organization_id, company_id, entry_id, sequence, entered_on, number,
        account_id, account, side, amount)
      select organization_id, company_id, entry_id, sequence, entered_on, number + 10, account_id, account, side, amount
      from journal_line where entry_id = $1`;
    await expect(query(started.database.adminUrl, more, [entryId])).rejects.toThrow(/with their entry/);
  });
});
