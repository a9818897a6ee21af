import { EntitySchema } from 'typeorm';
import { RecurringInvoice } from './recurring-invoice.js';

export const RecurringInvoiceTable = new EntitySchema<RecurringInvoice>({
  name: 'RecurringInvoice',
  target: RecurringInvoice,
  columns: {
    organizationId: { type: 'uuid', primary: true },
    id: { type: 'uuid', primary: true },
    companyId: { type: 'uuid' },
    customerId: { type: 'uuid' },
    name: { type: 'text' },
    makes: { type: 'text' },
    content: { type: 'jsonb' },
    notes: { type: 'text', nullable: true },
    dueDays: { type: 'smallint', nullable: true },
    rhythm: { type: 'jsonb' },
    priceChanges: { type: 'jsonb' },
    state: { type: 'text' },
    writtenBy: { type: 'jsonb' },
    nextPlace: { type: 'integer' },
    version: { type: 'integer', insert: false, update: false },
    createdAt: { type: 'timestamptz', insert: false, update: false },
    updatedAt: { type: 'timestamptz', insert: false, update: false },
  },
});
