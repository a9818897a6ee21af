import { EntitySchema } from 'typeorm';
import { Customer } from './customer.js';

export const CustomerTable = new EntitySchema<Customer>({
  name: 'Customer',
  target: Customer,
  columns: {
    organizationId: { type: 'uuid', primary: true },
    id: { type: 'uuid', primary: true },
    companyId: { type: 'uuid' },
    name: { type: 'text' },
    code: { type: 'text', nullable: true },
    email: { type: 'text', nullable: true },
    phone: { type: 'text', nullable: true },
    address: { type: 'text', nullable: true },
    gstin: { type: 'text', nullable: true },
    stateCode: { type: 'text', nullable: true },
    standing: { type: 'text' },
    termDays: { type: 'smallint', nullable: true },
    creditLimit: { type: 'numeric', precision: 18, scale: 2, nullable: true },
    contacts: { type: 'jsonb' },
    version: { type: 'integer', insert: false, update: false },
    createdAt: { type: 'timestamptz', insert: false, update: false },
    updatedAt: { type: 'timestamptz', insert: false, update: false },
  },
});
