import { EntitySchema } from 'typeorm';
import { ReminderPlan } from './reminder-plan.js';

export const ReminderPlanTable = new EntitySchema<ReminderPlan>({
  name: 'ReminderPlan',
  target: ReminderPlan,
  columns: {
    organizationId: { type: 'uuid', primary: true },
    id: { type: 'uuid', primary: true },
    companyId: { type: 'uuid' },
    isActive: { type: 'boolean' },
    language: { type: 'text', nullable: true },
    stages: { type: 'jsonb' },
    version: { type: 'integer', insert: false, update: false },
  },
});
