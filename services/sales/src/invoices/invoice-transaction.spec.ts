import { PostTransaction } from '@dhanman/contracts';
import { type Id, newId, PlainDate } from '@dhanman/kernel';
import { expect, test } from '@jest/globals';
import { Invoice } from './invoice.js';
import { transactionFor } from './invoice-transaction.js';

test('an issued invoice debits the customer and credits revenue with its total', () => {
  const identity = { organizationId: newId(), companyId: newId(), id: newId<'Invoice'>() };
  const details = { customerId: newId() as Id & string, description: 'Tea', total: '1180.00' };
  const invoice = Invoice.draft(identity, details, 'INR').issue(
    'SI/2627/0001',
    PlainDate.parse('2026-04-01'),
  );
  expect(PostTransaction.payload.parse(transactionFor(invoice))).toEqual({
    source: { document: 'invoice', id: identity.id, version: 1, purpose: 'issue' },
    on: '2026-04-01',
    currency: 'INR',
    narration: 'Invoice SI/2627/0001',
    lines: [
      { account: '11200', side: 'debit', amount: '1180.00' },
      { account: '41010', side: 'credit', amount: '1180.00' },
    ],
  });
});
