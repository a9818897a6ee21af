import type { CreateManualJournal } from '@dhanman/contracts';
import { newId } from '@dhanman/kernel';
import { describe, expect, test } from '@jest/globals';
import type { Books } from '../ledger/books.js';
import { objectionsTo } from './manual-entry.js';
import {
  AmountTooFine,
  ApprovedAlready,
  ApproverWroteIt,
  JournalNotDraft,
  JournalNotSubmitted,
  ReversalNotLater,
} from './manual-journal-errors.js';
import { ManualJournal } from './manual-journal.js';

const identity = { organizationId: newId(), companyId: newId(), id: newId<'ManualJournal'>() };
const depreciation: CreateManualJournal = {
  on: '2026-04-30',
  narration: ' Depreciation, April ',
  lines: [
    { account: '51730', side: 'debit', amount: '18200.00' },
    { account: '12015', side: 'credit', amount: '18200.00' },
  ],
};
const at = '2026-05-01T10:00:00.000Z';
const [asha, ravi, meera, leela] = ['asha', 'ravi', 'meera', 'leela'];

const draft = (change: Partial<CreateManualJournal> = {}) =>
  ManualJournal.draft(identity, { ...depreciation, ...change }, 'INR', asha);

describe('a manual journal', () => {
  test('begins as a draft of whoever wrote it, and may be out of balance', () => {
    expect(draft()).toMatchObject({ state: 'draft', writtenBy: [asha], total: '18200.00' });
    expect(draft().narration).toBe('Depreciation, April');
    expect(draft({ lines: depreciation.lines.slice(1) }).total).toBe('0.00');
  });

  test('takes amounts that its currency knows, and is reversed later than it is posted', () => {
    const lines = [depreciation.lines[0]!, { ...depreciation.lines[1]!, amount: '18200.001' }];
    expect(() => draft({ lines })).toThrow(AmountTooFine);
    expect(() => draft({ reverseOn: '2026-04-30' })).toThrow(ReversalNotLater);
    expect(draft({ reverseOn: '2026-05-01' }).reverseOn).toBe('2026-05-01');
  });

  test('is approved by nobody who had a hand in it', () => {
    const edited = draft().replaced({ ...depreciation, narration: 'Depreciation' }, ravi);
    const submitted = edited.submitted(meera, null);
    for (const by of [asha, ravi, meera])
      expect(() => submitted.approvedBy({ by, at })).toThrow(ApproverWroteIt);
    expect(submitted.approvedBy({ by: leela, at }).isApproved).toBe(true);
  });

  test('is approved by its author where that is allowed and one approval is enough', () => {
    const alone = draft().submitted(asha, null).approvedBy({ by: asha, at }, true);
    expect(alone).toMatchObject({ isApproved: true, approvals: [{ by: asha, at, byAuthor: true }] });
    const another = draft().submitted(asha, null).approvedBy({ by: ravi, at }, true);
    expect(another.approvals).toEqual([{ by: ravi, at }]);
    expect(() => draft().submitted(asha, '1.00').approvedBy({ by: asha, at }, true)).toThrow(ApproverWroteIt);
  });

  test('needs two approvals above the limit that held when it was submitted', () => {
    expect(draft().submitted(asha, '18200.00').approvedBy({ by: ravi, at }).isApproved).toBe(true);
    const once = draft().submitted(asha, '18199.99').approvedBy({ by: ravi, at });
    expect(once.isApproved).toBe(false);
    expect(() => once.approvedBy({ by: ravi, at })).toThrow(ApprovedAlready);
    expect(once.approvedBy({ by: meera, at }).isApproved).toBe(true);
  });

  test('comes back with a reason, loses its approvals, and is written and submitted again', () => {
    const submitted = draft().submitted(asha, '1.00').approvedBy({ by: ravi, at });
    const returned = submitted.returnedBy({ by: meera, at, reason: ' Wrong month ' });
    expect(returned).toMatchObject({
      state: 'draft',
      approvals: [],
      returned: { by: meera, reason: 'Wrong month' },
    });
    expect(returned.replaced(depreciation, asha).submitted(asha, null).returned).toBeNull();
    expect(submitted.withdrawn()).toMatchObject({ state: 'draft', approvals: [], approvalsNeeded: null });
  });

  test('is changed only as a draft and decided on only when submitted', () => {
    const submitted = draft().submitted(asha, null);
    const posted = submitted.approvedBy({ by: ravi, at }).posted(newId());
    for (const journal of [submitted, posted, draft().discarded()]) {
      expect(() => journal.replaced(depreciation, asha)).toThrow(JournalNotDraft);
      expect(() => journal.submitted(asha, null)).toThrow(JournalNotDraft);
      expect(() => journal.discarded()).toThrow(JournalNotDraft);
    }
    for (const journal of [draft(), posted, draft().discarded()]) {
      expect(() => journal.approvedBy({ by: ravi, at })).toThrow(JournalNotSubmitted);
      expect(() => journal.withdrawn()).toThrow(JournalNotSubmitted);
      expect(() => journal.returnedBy({ by: ravi, at, reason: 'No' })).toThrow(JournalNotSubmitted);
    }
  });
});

test('everything that the books object to is said at once, each at its line', () => {
  const account = {
    ...{ id: newId<'Account'>(), role: null, isPostable: true, isActive: true },
    ...{ code: '11200', partyKind: 'customer' as const },
  };
  const year = { id: newId<'BooksYear'>(), code: '2627', startsOn: '2026-04-01', endsOn: '2027-03-31' };
  const books: Books = {
    ...{ currency: 'INR', isActive: true, numbers: { prefix: 'JV', digits: 6 }, roles: new Map() },
    ...{ accounts: new Map([['11200', account]]), branches: new Map() },
    years: [{ ...year, isOpen: true, locked: [{ startsOn: '2026-04-01', endsOn: '2026-04-30' }] }],
  };
  const journal = draft({
    reverseOn: '2027-04-01',
    lines: [
      { account: '11200', side: 'debit', amount: '10.00' },
      { account: '999', side: 'credit', amount: '9.00' },
    ],
  });
  expect(objectionsTo(journal, books).map(({ code, field }) => [code, field])).toEqual([
    ['period-closed', 'on'],
    ['party-missing', 'lines.0.party'],
    ['account-unknown', 'lines.1.account'],
    ['entry-unbalanced', 'lines'],
    ['reversal-not-possible', 'reverseOn'],
  ]);
});
