import { EntitySchema } from 'typeorm';
import { Allocation } from './allocation.js';

export const AllocationTable = new EntitySchema<Allocation>({
  name: 'Allocation',
  target: Allocation,
  columns: {
    organizationId: { type: 'uuid', primary: true },
    id: { type: 'uuid', primary: true },
    companyId: { type: 'uuid' },
    customerId: { type: 'uuid' },
    creditId: { type: 'uuid' },
    invoiceId: { type: 'uuid' },
    amount: { type: 'numeric', precision: 18, scale: 2 },
    on: { type: 'date', name: 'dated_on' },
    releasedOn: { type: 'date', nullable: true },
    version: { type: 'integer', insert: false, update: false },
  },
});
