import { query, startService, type StartedService } from '@dhanman/testing';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { common } from '../../src/main.js';
import { examples } from '../support/documented-entries.js';
import { asking, type Books, openBooks } from '../support/ledger.js';

let started: StartedService;

beforeAll(async () => {
  started = await startService(common);
});

afterAll(async () => {
  await started.stop();
});

const paise = (amount: string): bigint => BigInt((amount === '' ? '0.00' : amount).replace('.', ''));

/** What the lines of an example do to the accounts, in the words of the balances. */
function expected(all: readonly (typeof examples)[number][]): Record<string, string> {
  const sums = new Map<string, bigint>();
  for (const [code, debit, credit] of all.flatMap(({ lines }) => lines))
    sums.set(code, (sums.get(code) ?? 0n) + paise(debit) - paise(credit));
  const moved = [...sums].filter(([, sum]) => sum !== 0n).sort();
  return Object.fromEntries(moved.map(([code, sum]) => [code, rupees(sum)]));
}

function rupees(sum: bigint): string {
  const digits = (sum < 0n ? -sum : sum).toString().padStart(3, '0');
  return `${sum < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

async function journalOf(books: Books): Promise<readonly object[]> {
  const sql = `select account, side, amount::numeric(20, 2)::text as amount from journal_line
    where company_id = $1 order by sequence, number`;
  return query(started.database.adminUrl, sql, [books.companyId]);
}

test.each(examples)('$id is booked as it is printed', async (example) => {
  const books = await openBooks(started);
  expect(await books.post(asking(example.lines, { on: example.on }))).toMatchObject([{ posted: {} }]);
  const printed = example.lines.map(([account, debit, credit]) => ({
    ...{ account, side: debit === '' ? 'credit' : 'debit', amount: debit === '' ? credit : debit },
  }));
  expect(await journalOf(books)).toEqual(printed);
  expect(await books.balances()).toEqual(expected([example]));
});

test('all of them together are in balance', async () => {
  const books = await openBooks(started);
  const outcomes = await books.post(...examples.map(({ lines: each, on }) => asking(each, { on })));
  expect(outcomes.filter((one) => 'posted' in one)).toHaveLength(examples.length);
  const balances = await books.balances();
  expect(balances).toEqual(expected(examples));
  expect(Object.values(balances).reduce((sum, one) => sum + paise(one), 0n)).toBe(0n);
});
