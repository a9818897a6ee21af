import { masked } from '@dhanman/platform';
import { EntitySchema } from 'typeorm';
import { Company } from './company.js';

export const CompanyTable = new EntitySchema<Company>({
  name: 'Company',
  target: Company,
  columns: {
    organizationId: { type: 'uuid', primary: true },
    id: { type: 'uuid', primary: true },
    kind: { type: 'text' },
    name: { type: 'text' },
    legalName: { type: 'text', nullable: true },
    pan: { type: 'text', nullable: true, ...masked },
    tan: { type: 'text', nullable: true },
    gstins: { type: 'jsonb' },
    currency: { type: 'text' },
    timeZone: { type: 'text' },
    financialYearStartMonth: { type: 'smallint' },
    numberSeries: { type: 'jsonb' },
    preferences: { type: 'jsonb' },
    secondApprovalAbove: { type: 'numeric', nullable: true },
    authorMayApprove: { type: 'boolean' },
    isActive: { type: 'boolean' },
    version: { type: 'integer', insert: false, update: false },
    createdAt: { type: 'timestamptz', insert: false, update: false },
    updatedAt: { type: 'timestamptz', insert: false, update: false },
  },
});
