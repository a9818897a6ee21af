import { EntitySchema } from 'typeorm';
import { ManualJournal } from './manual-journal.js';

export const ManualJournalTable = new EntitySchema<ManualJournal>({
  name: 'ManualJournal',
  target: ManualJournal,
  columns: {
    organizationId: { type: 'uuid', primary: true },
    id: { type: 'uuid', primary: true },
    companyId: { type: 'uuid' },
    on: { type: 'date', name: 'dated_on' },
    narration: { type: 'text' },
    reverseOn: { type: 'date', nullable: true },
    currency: { type: 'text' },
    total: { type: 'numeric' },
    lines: { type: 'jsonb' },
    state: { type: 'text' },
    writtenBy: { type: 'jsonb' },
    approvals: { type: 'jsonb' },
    approvalsNeeded: { type: 'smallint', nullable: true },
    returned: { type: 'jsonb', nullable: true },
    entryId: { type: 'uuid', nullable: true },
    voucher: { type: 'text', nullable: true },
    voucherYear: { type: 'text', nullable: true },
    templateId: { type: 'uuid', nullable: true },
    templateOn: { type: 'date', nullable: true },
    version: { type: 'integer', insert: false, update: false },
    createdAt: { type: 'timestamptz', insert: false, update: false },
    updatedAt: { type: 'timestamptz', insert: false, update: false },
  },
});
