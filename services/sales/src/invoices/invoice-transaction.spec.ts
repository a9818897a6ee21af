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
  const why = { rule: 'sales.invoice', inputs: { invoice: 'SI/2627/0001', total: '1180.00' } };
  const party = { kind: 'customer', id: details.customerId };
  expect(PostTransaction.payload.parse(transactionFor(invoice))).toEqual({
    source: { document: 'invoice', id: identity.id, version: 1, purpose: 'issue' },
    on: '2026-04-01',
    currency: 'INR',
    narration: 'Invoice SI/2627/0001',
    lines: [
      { account: '11200', role: 'receivable', side: 'debit', amount: '1180.00', party, why },
      { account: '41010', role: 'service-revenue', side: 'credit', amount: '1180.00', why },
    ],
  });
});
