import { EntitySchema } from 'typeorm';
import { RecurringPeriod } from './recurring-period.js';

export const RecurringPeriodTable = new EntitySchema<RecurringPeriod>({
  name: 'RecurringPeriod',
  target: RecurringPeriod,
  columns: {
    organizationId: { type: 'uuid', primary: true },
    id: { type: 'uuid', primary: true },
    companyId: { type: 'uuid' },
    recurringId: { type: 'uuid' },
    on: { type: 'date', name: 'period_on' },
    state: { type: 'text' },
    invoiceId: { type: 'uuid', nullable: true },
    failureCode: { type: 'text', nullable: true },
    failureReason: { type: 'text', nullable: true },
    version: { type: 'integer', insert: false, update: false },
    createdAt: { type: 'timestamptz', insert: false, update: false },
    updatedAt: { type: 'timestamptz', insert: false, update: false },
  },
});
