import { EntitySchema } from 'typeorm';
import { InvoiceMail } from './invoice-mail.js';

export const InvoiceMailTable = new EntitySchema<InvoiceMail>({
  name: 'InvoiceMail',
  target: InvoiceMail,
  columns: {
    organizationId: { type: 'uuid', primary: true },
    id: { type: 'uuid', primary: true },
    companyId: { type: 'uuid' },
    invoiceId: { type: 'uuid' },
    recipients: { type: 'jsonb' },
    language: { type: 'text' },
    subject: { type: 'text' },
    text: { type: 'text' },
    state: { type: 'text' },
    reason: { type: 'text', nullable: true },
    askedBy: { type: 'text' },
    begunAt: { type: 'timestamptz', nullable: true },
    endedAt: { type: 'timestamptz', nullable: true },
    version: { type: 'integer', insert: false, update: false },
    createdAt: { type: 'timestamptz', insert: false, update: false },
  },
});
