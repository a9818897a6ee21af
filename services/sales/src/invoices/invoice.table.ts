import { EntitySchema } from 'typeorm';
import { Invoice } from './invoice.js';

export const InvoiceTable = new EntitySchema<Invoice>({
  name: 'Invoice',
  target: Invoice,
  columns: {
    organizationId: { type: 'uuid', primary: true },
    id: { type: 'uuid', primary: true },
    companyId: { type: 'uuid' },
    customerId: { type: 'uuid' },
    on: { type: 'date', name: 'dated_on' },
    dueOn: { type: 'date', nullable: true },
    notes: { type: 'text', nullable: true },
    content: { type: 'jsonb' },
    taxed: { type: 'jsonb' },
    currency: { type: 'text' },
    total: { type: 'numeric', precision: 18, scale: 2 },
    settled: { type: 'numeric', precision: 18, scale: 2, insert: false, update: false },
    state: { type: 'text' },
    number: { type: 'text', nullable: true },
    postingVersion: { type: 'integer' },
    entryId: { type: 'uuid', nullable: true },
    rejectionCode: { type: 'text', nullable: true },
    rejectionReason: { type: 'text', nullable: true },
    writtenBy: { type: 'jsonb' },
    approvals: { type: 'jsonb' },
    approvalsNeeded: { type: 'smallint', nullable: true },
    returned: { type: 'jsonb', nullable: true },
    version: { type: 'integer', insert: false, update: false },
    createdAt: { type: 'timestamptz', insert: false, update: false },
    updatedAt: { type: 'timestamptz', insert: false, update: false },
  },
});
