import { EntitySchema } from 'typeorm';
import { ReminderPreference } from './reminder-preference.js';

export const ReminderPreferenceTable = new EntitySchema<ReminderPreference>({
  name: 'ReminderPreference',
  target: ReminderPreference,
  columns: {
    organizationId: { type: 'uuid', primary: true },
    id: { type: 'uuid', primary: true },
    companyId: { type: 'uuid' },
    isReminded: { type: 'boolean' },
    language: { type: 'text', nullable: true },
    version: { type: 'integer', insert: false, update: false },
  },
});
