import { z } from 'zod';
import { event } from '../contract.js';
import { Id } from '../http/shared.js';
import { CurrencyCode, DateText, PositiveAmount } from '../shared.js';

export const InvoiceIssued = event('sales.invoice-issued.v1', {
  summary: 'An invoice got its number and is owed by the customer.',
  payload: z.object({
    id: Id,
    number: z.string().min(1).max(16),
    customerId: Id,
    issuedOn: DateText,
    dueOn: DateText,
    currency: CurrencyCode,
    total: PositiveAmount,
  }),
});
