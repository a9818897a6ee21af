import { EntitySchema } from 'typeorm';
import { WriteOff } from './write-off.js';

export const WriteOffTable = new EntitySchema<WriteOff>({
  name: 'WriteOff',
  target: WriteOff,
  columns: {
    organizationId: { type: 'uuid', primary: true },
    id: { type: 'uuid', primary: true },
    companyId: { type: 'uuid' },
    customerId: { type: 'uuid' },
    invoiceId: { type: 'uuid' },
    number: { type: 'text' },
    on: { type: 'date', name: 'dated_on' },
    reason: { type: 'text' },
    currency: { type: 'text' },
    amount: { type: 'numeric', precision: 18, scale: 2 },
    undone: { type: 'text', nullable: true },
    undoneOn: { type: 'date', nullable: true },
    undoneReason: { type: 'text', nullable: true },
    version: { type: 'integer', insert: false, update: false },
    createdAt: { type: 'timestamptz', insert: false, update: false },
  },
});
