import { EntitySchema } from 'typeorm';
import { Credit } from './credit.js';

export const CreditTable = new EntitySchema<Credit>({
  name: 'Credit',
  target: Credit,
  columns: {
    organizationId: { type: 'uuid', primary: true },
    id: { type: 'uuid', primary: true },
    companyId: { type: 'uuid' },
    customerId: { type: 'uuid' },
    document: { type: 'text' },
    on: { type: 'date', name: 'dated_on' },
    amount: { type: 'numeric', precision: 18, scale: 2 },
    used: { type: 'numeric', precision: 18, scale: 2, insert: false, update: false },
    endedOn: { type: 'date', nullable: true },
    version: { type: 'integer', insert: false, update: false },
  },
});
