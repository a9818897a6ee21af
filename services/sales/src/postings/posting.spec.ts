import { newId, PlainDate } from '@dhanman/kernel';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type LedgerRequest, Posting, PostingNotPosted, PostingNotRejected } from './posting.js';

const on = PlainDate.parse('2026-06-10');
const request: LedgerRequest = {
  ...{ currency: 'INR', narration: 'Receipt RC/2627/0001' },
  lines: [
    { account: '11120', side: 'debit', amount: '980.00' },
    { account: '11440', side: 'debit', amount: '20.00' },
    { account: '11200', side: 'credit', amount: '1000.00' },
  ],
};

function asked(): Posting {
  const key = { organizationId: newId(), companyId: newId(), id: newId<'Posting'>() };
  const source = { document: 'receipt', documentId: newId(), purpose: 'receive', creditId: null };
  return Posting.asked({ ...key, ...source }, on, request);
}

describe('a posting', () => {
  test('amounts to its debits', () => {
    expect(asked()).toMatchObject({ amount: '1000.00', state: 'asked', postingVersion: 1 });
  });

  test('is corrected and withdrawn only after a refusal, and reversed only when it is in the books', () => {
    expect(() => asked().corrected(on)).toThrow(PostingNotRejected);
    expect(() => asked().withdrawn()).toThrow(PostingNotRejected);
    expect(() => asked().reverse({ id: newId(), on, reason: 'Twice' })).toThrow(PostingNotPosted);
    const rejected = asked().rejected(1, 'period-closed', 'Closed.');
    expect(rejected.corrected(on)).toMatchObject({ state: 'asked', postingVersion: 2, rejectionCode: null });
  });

  test('ends where its first answer leads, in whatever order and how often answers come', () => {
    const entry = newId();
    const answers = {
      posted: (one: Posting) => one.posted(2, entry),
      'posted late': (one: Posting) => one.posted(1, newId()),
      'rejected late': (one: Posting) => one.rejected(1, 'late', 'Late.'),
      reversed: (one: Posting) => one.reversed(newId()),
      'not reversed': (one: Posting) => one.reversalRejected('late', 'Late.'),
    };
    const names = fc.constantFrom(...(Object.keys(answers) as (keyof typeof answers)[]));
    const second = asked().rejected(1, 'period-closed', 'Closed.').corrected(on);
    fc.assert(
      fc.property(fc.array(names, { maxLength: 20 }), (order) => {
        const end = [...order, 'posted' as const].reduce((one, name) => answers[name](one), second);
        expect(end).toMatchObject({ state: 'posted', entryId: entry, rejectionCode: null });
      }),
    );
  });
});
