import { z } from 'zod';
import { job } from '../contract.js';
import { Id, Instant } from '../http/shared.js';
import { PaperLanguage } from './papers.js';

const oneLine = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[^\r\n]*\S[^\r\n]*$/, 'must be one line, and not blank');

/** What a person sends: the words are theirs, the PDF of the invoice goes with them. */
export const SendInvoiceByMail = z
  .strictObject({
    recipients: z.array(z.email().max(254)).min(1).max(10),
    language: PaperLanguage.optional().meta({ description: 'Of the PDF. Left out: that of the company.' }),
    subject: oneLine,
    text: z.string().min(1).max(5_000).regex(/\S/, 'must not be blank'),
  })
  .meta({ id: 'SendInvoiceByMail' });

export const InvoiceMailState = z.enum(['waiting', 'sending', 'sent', 'refused', 'unknown']).meta({
  id: 'InvoiceMailState',
  description:
    'Sent: the mail server took it. Refused: it certainly did not. Unknown: sending was interrupted, so it may have gone ' +
    'out; it is not sent again unless a person does.',
});

export const InvoiceMailDto = z
  .object({
    id: Id,
    recipients: z.array(z.string()),
    language: PaperLanguage,
    subject: z.string(),
    state: InvoiceMailState,
    reason: z.string().nullable(),
    askedAt: Instant,
    endedAt: Instant.nullable(),
  })
  .meta({ id: 'InvoiceMail' });

const draft = z.object({ subject: z.string(), text: z.string() }).meta({ id: 'InvoiceMailDraft' });

/** The mails of an invoice, the latest first, and what the next one would say unless somebody changes it. */
export const InvoiceMailsDto = z
  .object({
    items: z.array(InvoiceMailDto),
    recipients: z.array(z.string()),
    language: PaperLanguage.meta({ description: 'That of the company.' }),
    drafts: z.object({ en: draft, hi: draft }),
  })
  .meta({ id: 'InvoiceMails' });

export const MailInvoice = job('sales.mail-invoice.v1', {
  summary: 'Sends an invoice to those a person named, at most once.',
  payload: z.object({ mailId: Id }),
});

export type SendInvoiceByMail = z.infer<typeof SendInvoiceByMail>;
export type InvoiceMailState = z.infer<typeof InvoiceMailState>;
export type InvoiceMailDto = z.infer<typeof InvoiceMailDto>;
export type InvoiceMailsDto = z.infer<typeof InvoiceMailsDto>;
