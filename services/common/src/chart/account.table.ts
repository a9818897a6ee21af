import { EntitySchema } from 'typeorm';
import { Account } from './account.js';

export const AccountTable = new EntitySchema<Account>({
  name: 'Account',
  target: Account,
  columns: {
    organizationId: { type: 'uuid', primary: true },
    id: { type: 'uuid', primary: true },
    parentId: { type: 'uuid', nullable: true },
    code: { type: 'text' },
    name: { type: 'text' },
    class: { type: 'text' },
    normalSide: { type: 'text' },
    role: { type: 'text', nullable: true },
    partyKind: { type: 'text' },
    cashFlow: { type: 'text' },
    isPostable: { type: 'boolean' },
    isActive: { type: 'boolean' },
    version: { type: 'integer', insert: false, update: false },
    createdAt: { type: 'timestamptz', insert: false, update: false },
    updatedAt: { type: 'timestamptz', insert: false, update: false },
  },
});
