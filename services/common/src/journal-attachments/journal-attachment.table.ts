import { EntitySchema } from 'typeorm';
import { JournalAttachment } from './journal-attachment.js';

export const JournalAttachmentTable = new EntitySchema<JournalAttachment>({
  name: 'JournalAttachment',
  target: JournalAttachment,
  columns: {
    organizationId: { type: 'uuid', primary: true },
    id: { type: 'uuid', primary: true },
    companyId: { type: 'uuid' },
    journalId: { type: 'uuid' },
    name: { type: 'text' },
    type: { type: 'text' },
    keptAs: { type: 'text' },
    sha256: { type: 'text' },
    bytes: { type: 'integer' },
    isAddition: { type: 'boolean' },
    attachedBy: { type: 'text' },
    removedBy: { type: 'text', nullable: true },
    version: { type: 'integer', insert: false, update: false },
    createdAt: { type: 'timestamptz', insert: false, update: false },
  },
});
