import { newId, PlainDate } from '@dhanman/kernel';
import { describe, expect, test } from '@jest/globals';
import { type Buyer, taxed } from '../tax/sale.js';
import { usualSettings } from '../tax/tax-setting.js';
import { type Entered, Invoice } from './invoice.js';
import {
  ApprovalNotAsked,
  ApproverWroteInvoice,
  InvoiceApprovedAlready,
  InvoiceChangedSinceApproval,
  InvoiceNeedsApproval,
  InvoiceNotSubmitted,
} from './invoice-approval.js';
import {
  InvoiceCancelledAlready,
  InvoiceCancelledTooEarly,
  InvoiceCancelledTooLate,
  InvoiceNotCancellable,
  InvoiceSettled,
} from './invoice-cancellation.js';
import { InvoiceDueBeforeDate, InvoiceIssued, InvoiceNotDraft, InvoiceOfNothing } from './invoice-errors.js';

const on = PlainDate.parse('2026-04-01');
const entryId = newId();
const [asha, ravi, meera] = [newId(), newId(), newId()];
const seller = { currency: 'INR', kind: null, gstins: [], settings: usualSettings };
const buyer: Buyer = { standing: 'unregistered', stateCode: null, gstin: null };

function entered(price: string, change: Partial<Entered> = {}): Entered {
  return {
    customerId: newId(),
    on: on.toString(),
    lines: [{ description: 'Tea', quantity: '1', unit: 'NOS', price, ratePercent: '18' }],
    notes: ' For the meeting ',
    ...change,
  };
}

function quoteOf({ on: day, ...content }: Entered) {
  return taxed({ on: PlainDate.parse(day), content, seller, buyer });
}

function aDraft(price = '1180.00', change: Partial<Entered> = {}): Invoice {
  const identity = { organizationId: newId(), companyId: newId(), id: newId<'Invoice'>() };
  const what = entered(price, change);
  return Invoice.draft(identity, what, quoteOf(what), asha);
}

function issued(draft = aDraft(), number = 'SI/2627/0001'): Invoice {
  // The database counts what is settled from the first row on.
  return Object.assign(draft.issue(number, on, draft.taxed), { settled: '0.00' });
}

function inTheBooks(invoice = issued()): Invoice {
  return invoice.posted(invoice.postingVersion, entryId);
}

function withTax(): Invoice {
  const taxes = [{ kind: 'igst', amount: '180.00' }];
  const invoice = issued();
  const { totals } = invoice.taxed;
  return Object.assign(invoice, { taxed: { ...invoice.taxed, totals: { ...totals, taxes } } });
}

describe('a cancelled invoice', () => {
  const cancelling = { on: PlainDate.parse('2026-04-20'), reason: ' Billed twice ' };

  test('stands until the ledger has taken its entry back', () => {
    const cancelled = inTheBooks().cancel(cancelling);
    expect(cancelled).toMatchObject({
      state: 'posted',
      cancelledOn: '2026-04-20',
      cancelReason: 'Billed twice',
    });
    expect(cancelled.stands).toBe(false);
    expect(cancelled.cancelled(entryId)).toMatchObject({ state: 'cancelled', cancelEntryId: entryId });
    expect(cancelled.cancelled(entryId).cancelled(newId())).toMatchObject({ cancelEntryId: entryId });
  });

  test('is owed as before when the ledger refuses', () => {
    const refused = inTheBooks().cancel(cancelling).standsAgain('period-closed', 'April is closed.');
    expect(refused).toMatchObject({
      state: 'posted',
      cancelledOn: null,
      rejectionReason: 'April is closed.',
    });
    expect(refused.stands).toBe(true);
    expect(refused.standsAgain('late', 'Said twice')).toBe(refused);
  });

  test('goes at once when nothing of it is in the books, on whatever day', () => {
    const rejected = issued().rejected(1, 'period-closed', 'April is closed.');
    const later = PlainDate.parse('2026-09-01');
    expect(rejected.cancel({ ...cancelling, on: later })).toMatchObject({
      state: 'cancelled',
      cancelEntryId: null,
    });
  });

  test.each([
    ['a draft', aDraft(), '2026-04-20', InvoiceNotCancellable],
    ['one the ledger has not answered for', issued(), '2026-04-20', InvoiceNotCancellable],
    ['one that is being cancelled', inTheBooks().cancel(cancelling), '2026-04-20', InvoiceCancelledAlready],
    [
      'one that is cancelled',
      inTheBooks().cancel(cancelling).cancelled(entryId),
      '2026-04-20',
      InvoiceCancelledAlready,
    ],
    ['before its date', inTheBooks(), '2026-03-31', InvoiceCancelledTooEarly],
    ['with its tax, after its month', inTheBooks(withTax()), '2026-05-01', InvoiceCancelledTooLate],
    [
      'one that is partly settled',
      Object.assign(inTheBooks(), { settled: '0.01' }),
      '2026-04-20',
      InvoiceSettled,
    ],
  ])('is not %s', (_, invoice, day, refusal) => {
    const cancelled = { on: PlainDate.parse(day), reason: 'Billed twice' };
    expect(() => invoice.cancel(cancelled)).toThrow(refusal);
  });
});

describe('an invoice', () => {
  test('is a draft without a number until it is issued', () => {
    const draft = { state: 'draft', number: null, notes: 'For the meeting', total: '1180.00' };
    expect(aDraft()).toMatchObject(draft);
  });

  test('gets its number and date when it is issued, once', () => {
    const later = PlainDate.parse('2026-04-02');
    const draft = aDraft();
    expect(draft.issue('SI/2627/0001', later, draft.taxed)).toMatchObject({
      ...{ state: 'issued', number: 'SI/2627/0001', on: '2026-04-02', postingVersion: 1 },
    });
    expect(() => issued(issued(draft))).toThrow(InvoiceIssued);
  });

  test('is due by the terms of the customer, thirty days without, and on its own day if it has one', () => {
    const [plain, dated] = [aDraft(), Object.assign(aDraft(), { dueOn: '2026-04-02' })];
    expect(plain.issue('1', on, plain.taxed, 15).dueOn).toBe(on.addDays(15).toString());
    expect(plain.issue('1', on, plain.taxed, 0).dueOn).toBe(on.toString());
    expect(plain.issue('1', on, plain.taxed).dueOn).toBe(on.addDays(30).toString());
    expect(dated.issue('1', on, dated.taxed, 15).dueOn).toBe('2026-04-02');
  });

  test('bears the amounts of the law of the day it is issued', () => {
    const dearer = quoteOf(entered('1200.00'));
    expect(aDraft().issue('1', on, dearer)).toMatchObject({
      total: '1200.00',
      taxed: { totals: { total: '1200.00' } },
    });
  });

  test('can be rewritten while it is a draft, and then no more', () => {
    const next = entered('90.00');
    expect(aDraft().replaced(next, quoteOf(next), asha).total).toBe('90.00');
    expect(() => issued().replaced(next, quoteOf(next), asha)).toThrow(InvoiceNotDraft);
  });

  test('is not due before its date, and is not for nothing', () => {
    expect(() => aDraft('1.00', { dueOn: '2026-03-31' })).toThrow(InvoiceDueBeforeDate);
    const draft = aDraft('1.00', { dueOn: '2026-04-01' });
    expect(() => draft.issue('1', PlainDate.parse('2026-04-02'), draft.taxed)).toThrow(InvoiceDueBeforeDate);
    expect(() => issued(aDraft('0.00'))).toThrow(InvoiceOfNothing);
  });

  test('is posted by the answer to its question, and a second answer changes nothing', () => {
    const posted = issued().posted(1, entryId);
    expect(posted).toMatchObject({ state: 'posted', entryId });
    expect(posted.posted(1, newId())).toBe(posted);
    expect(posted.rejected(1, 'late', 'Too late.')).toBe(posted);
  });

  test('shows why the ledger refused it, and can ask again under its number', () => {
    const rejected = issued().rejected(1, 'company-inactive', 'Closed.');
    expect(rejected).toMatchObject({ state: 'rejected', rejectionCode: 'company-inactive' });
    const again = rejected.askAgain();
    expect(again).toMatchObject({
      state: 'issued',
      number: 'SI/2627/0001',
      postingVersion: 2,
      rejectionCode: null,
    });
    expect(again.rejected(1, 'old', 'An answer to the first question.')).toBe(again);
    expect(again.posted(2, entryId).state).toBe('posted');
  });
});

describe('the approval of an invoice', () => {
  const at = '2026-04-01T10:00:00.000Z';
  const submitted = (levels = 1) => aDraft().submitted(asha, levels);

  test('is given by others than those who had a hand in it, as many as it needs, each once', () => {
    const what = entered('90.00');
    const edited = aDraft().replaced(what, quoteOf(what), ravi).submitted(asha, 1);
    for (const by of [asha, ravi]) expect(() => edited.approvedBy({ by, at })).toThrow(ApproverWroteInvoice);
    expect(edited.approvedBy({ by: meera, at }).state).toBe('approved');
    const once = submitted(2).approvedBy({ by: ravi, at });
    expect(once.state).toBe('submitted');
    expect(() => once.approvedBy({ by: ravi, at })).toThrow(InvoiceApprovedAlready);
    expect(once.approvedBy({ by: meera, at })).toMatchObject({
      state: 'approved',
      approvals: [{ by: ravi }, { by: meera }],
    });
  });

  test('is asked only where the company wants it, and then nothing is issued without it', () => {
    expect(() => submitted(0)).toThrow(ApprovalNotAsked);
    expect(() => aDraft().mustBeIssuable(1)).toThrow(InvoiceNeedsApproval);
    expect(() => submitted().mustBeIssuable(0)).toThrow(InvoiceNeedsApproval);
    expect(() => issued().mustBeIssuable(0)).toThrow(InvoiceIssued);
    for (const invoice of [aDraft(), submitted().approvedBy({ by: ravi, at })]) invoice.mustBeIssuable(0);
  });

  test('is for one amount: what the law makes another is asked again', () => {
    const approved = submitted().approvedBy({ by: ravi, at });
    expect(() => approved.issue('1', on, quoteOf(entered('1200.00')))).toThrow(InvoiceChangedSinceApproval);
    expect(approved.issue('1', on, approved.taxed).state).toBe('issued');
  });

  test('is lost when it comes back, which says why, or is withdrawn', () => {
    const approved = submitted().approvedBy({ by: ravi, at });
    const lost = { state: 'draft', approvals: [], approvalsNeeded: null };
    expect(approved.withdrawn()).toMatchObject({ ...lost, returned: null });
    const returned = submitted().returnedBy({ by: ravi, at, reason: ' The rate ' });
    expect(returned).toMatchObject({ ...lost, returned: { by: ravi, reason: 'The rate' } });
    expect(returned.submitted(asha, 1).returned).toBeNull();
    for (const invoice of [aDraft(), issued(), aDraft().discarded()]) {
      expect(() => invoice.withdrawn()).toThrow(InvoiceNotSubmitted);
      expect(() => invoice.approvedBy({ by: ravi, at })).toThrow(InvoiceNotSubmitted);
    }
    for (const invoice of [submitted(), approved, issued(), aDraft().discarded()]) {
      expect(() => invoice.discarded()).toThrow(InvoiceNotDraft);
    }
  });
});
