import { EntitySchema } from 'typeorm';
import { Posting } from './posting.js';

export const PostingTable = new EntitySchema<Posting>({
  name: 'Posting',
  target: Posting,
  columns: {
    organizationId: { type: 'uuid', primary: true },
    id: { type: 'uuid', primary: true },
    companyId: { type: 'uuid' },
    document: { type: 'text' },
    documentId: { type: 'uuid' },
    creditId: { type: 'uuid', nullable: true },
    purpose: { type: 'text' },
    postingVersion: { type: 'integer' },
    on: { type: 'date', name: 'dated_on' },
    amount: { type: 'numeric', precision: 18, scale: 2 },
    request: { type: 'json' },
    state: { type: 'text' },
    entryId: { type: 'uuid', nullable: true },
    reversalId: { type: 'uuid', nullable: true },
    reversalOn: { type: 'date', nullable: true },
    reversalReason: { type: 'text', nullable: true },
    reversalEntryId: { type: 'uuid', nullable: true },
    rejectionCode: { type: 'text', nullable: true },
    rejectionReason: { type: 'text', nullable: true },
    version: { type: 'integer', insert: false, update: false },
  },
});
