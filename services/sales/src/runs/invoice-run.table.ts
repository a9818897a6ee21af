import { EntitySchema } from 'typeorm';
import { InvoiceRun } from './invoice-run.js';

export const InvoiceRunTable = new EntitySchema<InvoiceRun>({
  name: 'InvoiceRun',
  target: InvoiceRun,
  columns: {
    organizationId: { type: 'uuid', primary: true },
    id: { type: 'uuid', primary: true },
    companyId: { type: 'uuid' },
    name: { type: 'text' },
    makes: { type: 'text' },
    content: { type: 'jsonb' },
    on: { type: 'date', name: 'dated_on' },
    dueOn: { type: 'date', nullable: true },
    notes: { type: 'text', nullable: true },
    state: { type: 'text' },
    startedBy: { type: 'text' },
    version: { type: 'integer', insert: false, update: false },
    createdAt: { type: 'timestamptz', insert: false, update: false },
    updatedAt: { type: 'timestamptz', insert: false, update: false },
  },
});
