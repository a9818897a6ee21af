import { EntitySchema } from 'typeorm';
import { Branch } from './branch.js';

export const BranchTable = new EntitySchema<Branch>({
  name: 'Branch',
  target: Branch,
  columns: {
    organizationId: { type: 'uuid', primary: true },
    id: { type: 'uuid', primary: true },
    companyId: { type: 'uuid' },
    name: { type: 'text' },
    code: { type: 'text' },
    stateCode: { type: 'text', nullable: true },
    gstin: { type: 'text', nullable: true },
    isActive: { type: 'boolean' },
    version: { type: 'integer', insert: false, update: false },
    createdAt: { type: 'timestamptz', insert: false, update: false },
    updatedAt: { type: 'timestamptz', insert: false, update: false },
  },
});
