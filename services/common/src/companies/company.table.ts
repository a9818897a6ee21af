import { EntitySchema } from 'typeorm';
import { Company } from './company.js';

export const CompanyTable = new EntitySchema<Company>({
  name: 'Company',
  target: Company,
  columns: {
    organizationId: { type: 'uuid', primary: true },
    id: { type: 'uuid', primary: true },
    name: { type: 'text' },
    currency: { type: 'text' },
    timeZone: { type: 'text' },
    financialYearStartMonth: { type: 'smallint' },
    isActive: { type: 'boolean' },
    version: { type: 'integer', insert: false, update: false },
    createdAt: { type: 'timestamptz', insert: false, update: false },
    updatedAt: { type: 'timestamptz', insert: false, update: false },
  },
});
