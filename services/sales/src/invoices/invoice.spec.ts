import { type Id, newId, PlainDate } from '@dhanman/kernel';
import { describe, expect, test } from '@jest/globals';
import { Invoice, InvoiceIssued } from './invoice.js';

const on = PlainDate.parse('2026-04-01');
const entryId = newId();

function aDraft(total = '1180.00'): Invoice {
  const identity = { organizationId: newId(), companyId: newId(), id: newId<'Invoice'>() };
  const details = { customerId: newId() as Id & string, description: ' Tea ', total };
  return Invoice.draft(identity, details, 'INR');
}

describe('an invoice', () => {
  test('is a draft without a number until it is issued', () => {
    expect(aDraft()).toMatchObject({ state: 'draft', number: null, description: 'Tea', total: '1180.00' });
  });

  test('gets its number and date when it is issued, once', () => {
    const issued = aDraft().issue('SI/2627/0001', on);
    expect(issued).toMatchObject({
      state: 'issued',
      number: 'SI/2627/0001',
      issuedOn: '2026-04-01',
      postingVersion: 1,
    });
    expect(() => issued.issue('SI/2627/0002', on)).toThrow(InvoiceIssued);
  });

  test('is posted by the answer to its question, and a second answer changes nothing', () => {
    const posted = aDraft().issue('1', on).posted(1, entryId);
    expect(posted).toMatchObject({ state: 'posted', entryId });
    expect(posted.posted(1, newId())).toBe(posted);
    expect(posted.rejected(1, 'late', 'Too late.')).toBe(posted);
  });

  test('shows why the ledger refused it, and can ask again under its number', () => {
    const rejected = aDraft().issue('1', on).rejected(1, 'company-inactive', 'Closed.');
    expect(rejected).toMatchObject({ state: 'rejected', rejectionCode: 'company-inactive' });
    const again = rejected.askAgain();
    expect(again).toMatchObject({ state: 'issued', number: '1', postingVersion: 2, rejectionCode: null });
    expect(again.rejected(1, 'old', 'An answer to the first question.')).toBe(again);
    expect(again.posted(2, entryId).state).toBe('posted');
  });

  test('in a currency with two decimals has no third', () => {
    expect(() => aDraft('1180.005')).toThrow('not an amount of INR');
  });
});
