import { EntitySchema } from 'typeorm';
import { AccountingPeriod, BooksYear } from './period.js';

const generated = {
  version: { type: 'integer', insert: false, update: false },
  createdAt: { type: 'timestamptz', insert: false, update: false },
  updatedAt: { type: 'timestamptz', insert: false, update: false },
} as const;

export const BooksYearTable = new EntitySchema<BooksYear>({
  name: 'BooksYear',
  tableName: 'financial_year',
  target: BooksYear,
  columns: {
    organizationId: { type: 'uuid', primary: true },
    id: { type: 'uuid', primary: true },
    companyId: { type: 'uuid' },
    label: { type: 'text' },
    code: { type: 'text' },
    startsOn: { type: 'date' },
    endsOn: { type: 'date' },
    state: { type: 'text' },
    closingEntryId: { type: 'uuid', nullable: true },
    ...generated,
  },
});

export const AccountingPeriodTable = new EntitySchema<AccountingPeriod>({
  name: 'AccountingPeriod',
  target: AccountingPeriod,
  columns: {
    organizationId: { type: 'uuid', primary: true },
    id: { type: 'uuid', primary: true },
    companyId: { type: 'uuid' },
    financialYearId: { type: 'uuid' },
    startsOn: { type: 'date' },
    endsOn: { type: 'date' },
    state: { type: 'text' },
    ...generated,
  },
});
