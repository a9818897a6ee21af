import type { PayloadOf, PostTransaction } from '@dhanman/contracts';
import { type DomainError, newId } from '@dhanman/kernel';
import { describe, expect, test } from '@jest/globals';
import { entryFor, EntryUnbalanced } from './journal-entry.js';

type Request = PayloadOf<typeof PostTransaction>;

const books = { currency: 'INR', isActive: true };

function aRequest(change: Partial<Request> = {}): Request {
  return {
    source: { document: 'invoice', id: newId(), version: 1, purpose: 'issue' },
    on: '2026-04-01',
    currency: 'INR',
    narration: 'Invoice',
    lines: [
      { account: '11200', side: 'debit', amount: '1180.00' },
      { account: '41010', side: 'credit', amount: '1000.00' },
      { account: '23010', side: 'credit', amount: '180.00' },
    ],
    ...change,
  };
}

describe('a journal entry', () => {
  test('is what was asked for when debits and credits agree', () => {
    const request = aRequest();
    const entry = entryFor('sales', request, books);
    expect(entry.source).toEqual({ service: 'sales', ...request.source });
    expect(entry.on.toString()).toBe('2026-04-01');
    expect(entry.lines.map(({ amount }) => amount.toJSON())).toEqual(['1180.00', '1000.00', '180.00']);
  });

  test('is refused when one paisa is missing', () => {
    const [debit, ...credits] = aRequest().lines;
    const lines = [{ ...debit!, amount: '1180.01' }, ...credits];
    expect(() => entryFor('sales', aRequest({ lines }), books)).toThrow(EntryUnbalanced);
  });

  test.each([
    ['a company the ledger does not know', undefined, {}, 'company-unknown'],
    ['a company that is closed', { ...books, isActive: false }, {}, 'company-inactive'],
    ['another currency than the books', books, { currency: 'USD' }, 'currency-foreign'],
    ['a day that does not exist', books, { on: '2026-02-30' }, 'date-not-real'],
  ])('is refused for %s', (_, theirs, change, code) => {
    expect(codeOf(() => entryFor('sales', aRequest(change), theirs))).toBe(code);
  });
});

function codeOf(refused: () => unknown): string | undefined {
  try {
    refused();
    return undefined;
  } catch (error) {
    return (error as DomainError).code;
  }
}
