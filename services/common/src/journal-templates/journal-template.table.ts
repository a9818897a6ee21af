import { EntitySchema } from 'typeorm';
import { JournalTemplate } from './journal-template.js';

export const JournalTemplateTable = new EntitySchema<JournalTemplate>({
  name: 'JournalTemplate',
  target: JournalTemplate,
  columns: {
    organizationId: { type: 'uuid', primary: true },
    id: { type: 'uuid', primary: true },
    companyId: { type: 'uuid' },
    name: { type: 'text' },
    narration: { type: 'text' },
    currency: { type: 'text' },
    lines: { type: 'jsonb' },
    total: { type: 'numeric' },
    recurrence: { type: 'jsonb', nullable: true },
    state: { type: 'text' },
    writtenBy: { type: 'jsonb' },
    approvals: { type: 'jsonb' },
    nextPlace: { type: 'integer' },
    version: { type: 'integer', insert: false, update: false },
    createdAt: { type: 'timestamptz', insert: false, update: false },
    updatedAt: { type: 'timestamptz', insert: false, update: false },
  },
});
