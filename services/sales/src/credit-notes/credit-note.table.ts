import { EntitySchema } from 'typeorm';
import { CreditNote } from './credit-note.js';

export const CreditNoteTable = new EntitySchema<CreditNote>({
  name: 'CreditNote',
  target: CreditNote,
  columns: {
    organizationId: { type: 'uuid', primary: true },
    id: { type: 'uuid', primary: true },
    companyId: { type: 'uuid' },
    customerId: { type: 'uuid' },
    invoiceId: { type: 'uuid' },
    number: { type: 'text', nullable: true },
    on: { type: 'date', name: 'dated_on' },
    reason: { type: 'text' },
    notes: { type: 'text', nullable: true },
    wanted: { type: 'jsonb', nullable: true },
    credited: { type: 'jsonb' },
    currency: { type: 'text' },
    total: { type: 'numeric', precision: 18, scale: 2 },
    state: { type: 'text' },
    writtenBy: { type: 'jsonb' },
    approvals: { type: 'jsonb' },
    approvalsNeeded: { type: 'smallint', nullable: true },
    returned: { type: 'jsonb', nullable: true },
    undone: { type: 'text', nullable: true },
    undoneOn: { type: 'date', nullable: true },
    undoneReason: { type: 'text', nullable: true },
    version: { type: 'integer', insert: false, update: false },
    createdAt: { type: 'timestamptz', insert: false, update: false },
  },
});
