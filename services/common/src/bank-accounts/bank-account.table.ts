import { masked } from '@dhanman/platform';
import { EntitySchema } from 'typeorm';
import { BankAccount } from './bank-account.js';

export const BankAccountTable = new EntitySchema<BankAccount>({
  name: 'BankAccount',
  target: BankAccount,
  columns: {
    organizationId: { type: 'uuid', primary: true },
    id: { type: 'uuid', primary: true },
    companyId: { type: 'uuid' },
    accountId: { type: 'uuid' },
    kind: { type: 'text' },
    holder: { type: 'text', nullable: true },
    bankName: { type: 'text', nullable: true },
    branchName: { type: 'text', nullable: true },
    ifsc: { type: 'text', nullable: true },
    accountNumber: { type: 'text', nullable: true, ...masked },
    upiId: { type: 'text', nullable: true, ...masked },
    isDefault: { type: 'boolean' },
    version: { type: 'integer', insert: false, update: false },
    createdAt: { type: 'timestamptz', insert: false, update: false },
    updatedAt: { type: 'timestamptz', insert: false, update: false },
  },
});
