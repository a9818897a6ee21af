import type { PayloadOf, PostTransaction } from '@dhanman/contracts';
import { type DomainError, type Id, newId, PlainDate } from '@dhanman/kernel';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { BookAccount, Books } from './books.js';
import { entryFor, EntryUnbalanced, reversalOf, totalOf } from './journal-entry.js';

type Request = PayloadOf<typeof PostTransaction>;

const anAccount = (code: string, traits: Partial<BookAccount> = {}): BookAccount => ({
  ...{ id: newId<'Account'>(), code, role: null, partyKind: 'none', isPostable: true, isActive: true },
  ...traits,
});

const accounts = [
  anAccount('11000', { isPostable: false }),
  anAccount('11110', { isActive: false }),
  anAccount('11200', { partyKind: 'customer', role: 'receivable' }),
  anAccount('41010'),
  anAccount('23010'),
];

const year = { id: newId<'BooksYear'>(), code: '2627', startsOn: '2026-04-01', endsOn: '2027-03-31' };
const march = { startsOn: '2027-03-01', endsOn: '2027-03-31' };

const books: Books = {
  ...{ currency: 'INR', isActive: true, numbers: { prefix: 'JV', digits: 6 } },
  accounts: new Map(accounts.map((account) => [account.code, account])),
  roles: new Map([['receivable', accounts[2]!]]),
  branches: new Map(),
  years: [{ ...year, isOpen: true, locked: [march] }],
};

const party = { kind: 'customer', id: newId() as Id & string } as const;

function aRequest(change: Partial<Request> = {}): Request {
  return {
    source: { document: 'invoice', id: newId(), version: 1, purpose: 'issue' },
    on: '2026-04-01',
    currency: 'INR',
    narration: 'Invoice',
    lines: [
      { account: '11200', side: 'debit', amount: '1180.00', party },
      { account: '41010', side: 'credit', amount: '1000.00' },
      { account: '23010', side: 'credit', amount: '180.00' },
    ],
    ...change,
  };
}

const entry = (change: Partial<Request> = {}, theirs = books) =>
  entryFor({ service: 'sales', request: aRequest(change) }, theirs);

describe('a journal entry', () => {
  test('is what was asked for when debits and credits agree', () => {
    const request = aRequest();
    const made = entryFor({ service: 'sales', request }, books);
    expect(made.source).toEqual({ service: 'sales', ...request.source });
    expect([made.on.toString(), made.financialYear, made.kind]).toEqual(['2026-04-01', '2627', 'ordinary']);
    expect(made.lines.map(({ amount }) => amount.toJSON())).toEqual(['1180.00', '1000.00', '180.00']);
  });

  test('is refused when one paisa is missing', () => {
    const [debit, ...credits] = aRequest().lines;
    expect(() => entry({ lines: [{ ...debit!, amount: '1180.01' }, ...credits] })).toThrow(EntryUnbalanced);
  });

  const first = (change: object) => ({
    lines: [{ ...aRequest().lines[0]!, ...change }, ...aRequest().lines.slice(1)],
  });

  test.each([
    ['a company that is closed', {}, { ...books, isActive: false }, 'company-inactive'],
    ['another currency than the books', { currency: 'USD' }, books, 'currency-foreign'],
    ['a day that does not exist', { on: '2026-02-30' }, books, 'date-not-real'],
    ['a day of no year', { on: '2026-03-31' }, books, 'no-financial-year'],
    ['a month that is locked', { on: '2027-03-01' }, books, 'period-closed'],
    [
      'a year that is closed',
      {},
      { ...books, years: [{ ...books.years[0]!, isOpen: false }] },
      'period-closed',
    ],
    ['an account nobody knows', first({ account: '11201' }), books, 'account-unknown'],
    ['a role nobody has', first({ role: 'payable' }), books, 'account-unknown'],
    ['an account that sums others', first({ account: '11000' }), books, 'account-not-postable'],
    ['an account out of use', first({ account: '11110' }), books, 'account-inactive'],
    ['a control account without a party', first({ party: undefined }), books, 'party-missing'],
    [
      'a control account with the wrong party',
      first({ party: { ...party, kind: 'vendor' } }),
      books,
      'party-missing',
    ],
    ['a branch of another company', first({ branchId: newId() }), books, 'branch-unknown'],
  ])('is refused for %s', (_, change, theirs, code) => {
    expect(codeOf(() => entry(change as Partial<Request>, theirs))).toBe(code);
  });
});

describe('a reversal', () => {
  const on = PlainDate.parse('2026-05-01');

  test('undoes the entry account by account, and reversing it again gives the entry', () => {
    const amounts = fc.array(fc.bigInt({ min: 1n, max: 10n ** 12n }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(amounts, (parts) => {
        const lines = parts.map((part) => ({
          account: '41010',
          side: 'credit' as const,
          amount: rupees(part),
        }));
        const total = rupees(parts.reduce((sum, part) => sum + part, 0n));
        const made = entry({ lines: [{ account: '11200', side: 'debit', amount: total, party }, ...lines] });
        const reversed = reversalOf(made, { on, reason: 'Wrong', books });
        expect(totalOf(reversed, 'debit').equals(totalOf(made, 'credit'))).toBe(true);
        expect(reversed.lines.map(({ side }) => side)).not.toContainEqual(made.lines.map(({ side }) => side));
        expect(reversalOf(reversed, { on, reason: 'Right after all', books }).lines).toEqual(made.lines);
      }),
    );
  });

  test('is not entered into a closed period', () => {
    const reversal = { on: PlainDate.parse('2027-03-05'), reason: 'Late', books };
    expect(codeOf(() => reversalOf(entry(), reversal))).toBe('period-closed');
  });
});

function rupees(paise: bigint): string {
  const digits = paise.toString().padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

function codeOf(refused: () => unknown): string | undefined {
  try {
    refused();
    return undefined;
  } catch (error) {
    return (error as DomainError).code;
  }
}
