import { EntitySchema } from 'typeorm';
import { Refund } from './refund.js';

export const RefundTable = new EntitySchema<Refund>({
  name: 'Refund',
  target: Refund,
  columns: {
    organizationId: { type: 'uuid', primary: true },
    id: { type: 'uuid', primary: true },
    companyId: { type: 'uuid' },
    customerId: { type: 'uuid' },
    creditId: { type: 'uuid' },
    number: { type: 'text' },
    on: { type: 'date', name: 'dated_on' },
    mode: { type: 'text' },
    account: { type: 'text', nullable: true },
    reference: { type: 'text', nullable: true },
    notes: { type: 'text', nullable: true },
    currency: { type: 'text' },
    amount: { type: 'numeric', precision: 18, scale: 2 },
    undone: { type: 'text', nullable: true },
    undoneOn: { type: 'date', nullable: true },
    undoneReason: { type: 'text', nullable: true },
    endedOn: { type: 'date', nullable: true },
    version: { type: 'integer', insert: false, update: false },
    createdAt: { type: 'timestamptz', insert: false, update: false },
  },
});
