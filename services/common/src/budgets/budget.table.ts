import { EntitySchema } from 'typeorm';
import { Budget } from './budget.js';

export const BudgetTable = new EntitySchema<Budget>({
  name: 'Budget',
  target: Budget,
  columns: {
    organizationId: { type: 'uuid', primary: true },
    id: { type: 'uuid', primary: true },
    companyId: { type: 'uuid' },
    financialYearId: { type: 'uuid' },
    revision: { type: 'integer' },
    currency: { type: 'text' },
    lines: { type: 'jsonb' },
    income: { type: 'numeric' },
    expense: { type: 'numeric' },
    state: { type: 'text' },
    writtenBy: { type: 'jsonb' },
    approvedBy: { type: 'text', nullable: true },
    approvedByAuthor: { type: 'boolean' },
    returned: { type: 'jsonb', nullable: true },
    version: { type: 'integer', insert: false, update: false },
    createdAt: { type: 'timestamptz', insert: false, update: false },
    updatedAt: { type: 'timestamptz', insert: false, update: false },
  },
});
