import type { ReportDto } from '@dhanman/contracts';
import { newId } from '@dhanman/kernel';
import { query, startService, type StartedService } from '@dhanman/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { common } from '../src/main.js';
import type { RecordedBooks } from './support/recorded-books.js';
import { aReportSituation } from './support/report-situation.js';
import { type Booking, payrollAndBills } from './support/worked-examples.js';

let started: StartedService;

beforeAll(async () => {
  started = await startService(common);
});

afterAll(async () => {
  await started.stop();
});

const aSituation = () => aReportSituation(started);

const balances = ({ rows }: ReportDto): readonly (string | null | undefined)[] =>
  rows.map(({ cells }) => cells.at(-1));
const bank = '11120 Bank Accounts';
const year = 'from=2024-04-01&asOf=2025-03-31';

async function aYear(books: RecordedBooks): Promise<void> {
  for (const [index, booking] of payrollAndBills.entries()) {
    const on = `2024-07-${String(index + 10)}`;
    await books.record({ on, recordedAt: `${on}T10:00:00Z`, bookings: [booking] });
  }
}

describe('the ledger of an account', () => {
  test('runs from its opening to its balance', async () => {
    const { books, report } = await aSituation();
    await books.record({
      on: '2024-03-31',
      recordedAt: '2024-03-31T10:00:00Z',
      bookings: [[bank, '30010 Capital', 40]],
    });
    await aYear(books);
    const ledger = await report(`reports/general-ledger?accountId=${books.accounts.get(bank)!}&${year}`);
    expect(balances(ledger)).toEqual([
      ...['40.00', '-460.00', '-10460.00', '-12460.00', '-22460.00', '-21460.00', '-29460.00', '-29460.00'],
    ]);
    expect(ledger).toMatchObject({ subject: bank, nextCursor: null, checks: [{ holds: true }] });
    expect(ledger.rows[1]).toMatchObject({
      entryId: expect.any(String),
      cells: expect.arrayContaining(['21010 Trade Payables', '500.00']),
    });
  });

  test('in pages of two is the same, line by line', async () => {
    const { books, report } = await aSituation();
    await aYear(books);
    const path = `reports/general-ledger?accountId=${books.accounts.get(bank)!}&${year}`;
    const whole = await report(path);
    const pages = [await report(`${path}&limit=2`)];
    while (pages.at(-1)!.nextCursor !== null) {
      pages.push(await report(`${path}&limit=2&cursor=${pages.at(-1)!.nextCursor!}`));
    }
    expect(pages.length).toBeGreaterThan(2);
    expect(pages.flatMap(({ rows }) => rows)).toEqual(whole.rows);
    expect(pages.at(-1)!.checks).toEqual(whole.checks);
  });

  test('of a group has the lines of everything below it', async () => {
    const { asker, books, report } = await aSituation();
    const group = newId();
    await query(
      started.database.adminUrl,
      `insert into account (organization_id, id, code, name, class, normal_side, is_postable)
       values ($1, $2, '51000', 'Operating expenses', 'expense', 'debit', false)`,
      [asker.organizationId, group],
    );
    await aYear(books);
    await query(
      started.database.adminUrl,
      `update account set parent_id = $1 where organization_id = $2 and code ~ '^51[79]'`,
      [group, asker.organizationId],
    );
    expect(balances(await report(`reports/general-ledger?accountId=${group}&${year}`)).at(-1)).toBe(
      '20500.00',
    );
  });

  test('of an account that is not there is not found', async () => {
    const { asker } = await aSituation();
    const path = `/api/v1/companies/${asker.companyId}/reports/general-ledger?accountId=${newId()}`;
    const { body } = await asker.get(path).expect(404);
    expect(body.code).toBe('account-not-found');
  });
});

test('the ledger of a party has its own lines and the credit of a vendor first', async () => {
  const { asker, books, report } = await aSituation();
  const vendor = newId();
  const bills: readonly Booking[] = [['51510 Electricity', '21010 Trade Payables', 500]];
  await books.record({
    on: '2024-04-01',
    recordedAt: '2024-04-01T10:00:00Z',
    bookings: bills,
    credited: vendor,
  });
  await books.record({
    on: '2024-04-02',
    recordedAt: '2024-04-02T10:00:00Z',
    bookings: bills,
    credited: newId(),
  });
  const paid: readonly Booking[] = [['21010 Trade Payables', bank, 500]];
  await books.record({
    on: '2024-04-10',
    recordedAt: '2024-04-10T10:00:00Z',
    bookings: paid,
    debited: vendor,
  });
  const ledger = await report(`parties/${vendor}/ledger?${year}`);
  expect(ledger.columns.slice(5).map(({ name }) => name)).toEqual(['credit', 'debit', 'balance']);
  expect(balances(ledger)).toEqual(['0.00', '-500.00', '0.00', '0.00']);
  expect(ledger.checks[0]?.holds).toBe(true);
  const path = `/api/v1/companies/${asker.companyId}/parties/${newId()}/ledger`;
  await asker.get(path).expect(404);
});

test('the bank book has all accounts that hold money', async () => {
  const { books, report } = await aSituation();
  await books.record({
    on: '2024-04-01',
    recordedAt: '2024-04-01T10:00:00Z',
    bookings: [[bank, '1010 Cash', 100]],
  });
  await aYear(books);
  const book = await report(`reports/bank-book?${year}`);
  expect(book.columns.map(({ name }) => name)).toContain('receipts');
  expect(balances(book).at(-1)).toBe('-29500.00');
});

test('the general ledger goes through all accounts, page by page', async () => {
  const { books, report } = await aSituation();
  await aYear(books);
  const pages = [await report(`reports/general-ledger?${year}&limit=5`)];
  while (pages.at(-1)!.nextCursor !== null) {
    pages.push(await report(`reports/general-ledger?${year}&limit=5&cursor=${pages.at(-1)!.nextCursor!}`));
  }
  const rows = pages.flatMap((page) => page.rows);
  const codes = rows.filter(({ kind }) => kind === 'group').map(({ code }) => code);
  expect(codes).toEqual([...books.accounts.keys()].map((name) => name.slice(0, 5)).sort());
  expect(rows.filter(({ kind }) => kind === 'entry')).toHaveLength(payrollAndBills.length * 2);
  expect(pages.flatMap(({ checks }) => checks.map(({ holds }) => holds))).not.toContain(false);
});

describe('the day book', () => {
  test('has every entry once, in whole pages', async () => {
    const { books, report } = await aSituation();
    await aYear(books);
    const whole = await report(`reports/day-book?${year}`);
    expect(whole.checks[0]).toMatchObject({ holds: true, left: '53500.00' });
    const first = await report(`reports/day-book?${year}&limit=3`);
    expect(first.rows.filter(({ kind }) => kind === 'group')).toHaveLength(3);
    const rest = await report(`reports/day-book?${year}&limit=3&cursor=${first.nextCursor!}`);
    expect(rest.rows[0]?.cells[0]).toBe('2024-07-13');
  });
});

test('a ledger as a file has all its pages', async () => {
  const { asker, books } = await aSituation();
  const bookings = Array.from({ length: 520 }, (): Booking => [bank, '40010 Sales', 1]);
  await books.record({ on: '2024-04-01', recordedAt: '2024-04-01T10:00:00Z', bookings });
  const id = books.accounts.get(bank)!;
  const path = `/api/v1/companies/${asker.companyId}/reports/general-ledger?accountId=${id}&${year}`;
  const { text, headers } = await asker.get(path).set('accept', 'text/csv').expect(200);
  expect(headers['content-type']).toBe('text/csv; charset=utf-8');
  expect(headers['content-disposition']).toBe('attachment; filename="account-ledger-2025-03-31.csv"');
  expect(text.match(/JV\/2526/g)).toHaveLength(520);
  expect(text).toContain('Closing balance,,,,520.00\r\n');
}, 60_000);

test('a cursor of nowhere is refused', async () => {
  const { asker } = await aSituation();
  const path = `/api/v1/companies/${asker.companyId}/reports/day-book?cursor=abc`;
  const { body } = await asker.get(path).expect(422);
  expect(body.code).toBe('cursor-invalid');
});
