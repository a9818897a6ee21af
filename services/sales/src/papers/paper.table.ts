import { EntitySchema } from 'typeorm';
import { Paper } from './paper.js';

export const PaperTable = new EntitySchema<Paper>({
  name: 'Paper',
  target: Paper,
  tableName: 'invoice_paper',
  columns: {
    organizationId: { type: 'uuid', primary: true },
    id: { type: 'uuid', primary: true },
    companyId: { type: 'uuid' },
    document: { type: 'text' },
    content: { type: 'jsonb' },
    files: { type: 'jsonb', nullable: true },
    version: { type: 'integer', insert: false, update: false },
  },
});
