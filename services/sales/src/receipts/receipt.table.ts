import { EntitySchema } from 'typeorm';
import { Receipt } from './receipt.js';

export const ReceiptTable = new EntitySchema<Receipt>({
  name: 'Receipt',
  target: Receipt,
  columns: {
    organizationId: { type: 'uuid', primary: true },
    id: { type: 'uuid', primary: true },
    companyId: { type: 'uuid' },
    customerId: { type: 'uuid' },
    number: { type: 'text' },
    on: { type: 'date', name: 'dated_on' },
    mode: { type: 'text' },
    account: { type: 'text', nullable: true },
    reference: { type: 'text', nullable: true },
    notes: { type: 'text', nullable: true },
    currency: { type: 'text' },
    amount: { type: 'numeric', precision: 18, scale: 2 },
    tds: { type: 'numeric', precision: 18, scale: 2 },
    undone: { type: 'text', nullable: true },
    undoneOn: { type: 'date', nullable: true },
    undoneReason: { type: 'text', nullable: true },
    version: { type: 'integer', insert: false, update: false },
    createdAt: { type: 'timestamptz', insert: false, update: false },
  },
});
