import { EntitySchema } from 'typeorm';
import { InvoicePaper } from './paper.js';

export const PaperTable = new EntitySchema<InvoicePaper>({
  name: 'InvoicePaper',
  target: InvoicePaper,
  columns: {
    organizationId: { type: 'uuid', primary: true },
    id: { type: 'uuid', primary: true },
    companyId: { type: 'uuid' },
    content: { type: 'jsonb' },
    files: { type: 'jsonb', nullable: true },
    version: { type: 'integer', insert: false, update: false },
  },
});
