import { EntitySchema } from 'typeorm';
import { Organization } from './organization.js';

export const OrganizationTable = new EntitySchema<Organization>({
  name: 'Organization',
  target: Organization,
  columns: {
    organizationId: { type: 'uuid', primary: true },
    id: { type: 'uuid', primary: true },
    name: { type: 'text' },
    state: { type: 'text' },
    plan: { type: 'text' },
    version: { type: 'integer', insert: false, update: false },
    createdAt: { type: 'timestamptz', insert: false, update: false },
    updatedAt: { type: 'timestamptz', insert: false, update: false },
  },
});
