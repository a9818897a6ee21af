import { EntitySchema } from 'typeorm';
import { Reminder } from './reminder.js';

export const ReminderTable = new EntitySchema<Reminder>({
  name: 'Reminder',
  target: Reminder,
  columns: {
    organizationId: { type: 'uuid', primary: true },
    id: { type: 'uuid', primary: true },
    companyId: { type: 'uuid' },
    invoiceId: { type: 'uuid' },
    stageId: { type: 'uuid' },
    days: { type: 'smallint' },
    on: { type: 'date', name: 'dated_on' },
    language: { type: 'text' },
    askedBy: { type: 'text', nullable: true },
    recipient: { type: 'text', nullable: true },
    subject: { type: 'text', nullable: true },
    text: { type: 'text', nullable: true },
    state: { type: 'text' },
    skippedBecause: { type: 'text', nullable: true },
    reason: { type: 'text', nullable: true },
    begunAt: { type: 'timestamptz', nullable: true },
    endedAt: { type: 'timestamptz', nullable: true },
    version: { type: 'integer', insert: false, update: false },
    createdAt: { type: 'timestamptz', insert: false, update: false },
  },
});
