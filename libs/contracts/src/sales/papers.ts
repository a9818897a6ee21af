import { z } from 'zod';
import { job } from '../contract.js';
import { Id } from '../http/shared.js';

export const PaperLanguage = z.enum(['en', 'hi']).meta({ id: 'PaperLanguage' });

export const ReadPaperPdf = z.strictObject({
  language: PaperLanguage.optional().meta({ description: 'Left out: that of the company.' }),
});

/** The paper of a document: frozen once, and the same file for ever once it is printed. */
export const PaperDto = z
  .object({
    state: z.enum(['none', 'waiting', 'ready']).meta({
      description: 'What was never issued, or was before papers were kept, has none.',
    }),
    language: PaperLanguage.meta({
      description: 'That of the company: of the file one gets without naming another.',
    }),
    files: z.array(
      z.object({ language: PaperLanguage, sha256: z.string(), bytes: z.int() }).meta({ id: 'PaperFile' }),
    ),
  })
  .meta({ id: 'Paper' });

const text = (most: number) => z.string().min(1).max(most).regex(/\S/, 'must not be blank').nullable();

/** As banks give them out: a name, and the handle of the bank behind the sign. */
const UpiId = z
  .string()
  .regex(/^[A-Za-z0-9._-]{2,256}@[A-Za-z][A-Za-z0-9.-]{1,63}$/, 'must be a UPI id, such as shop@bank')
  .meta({ id: 'UpiId' });

/** What stands on every paper of a company besides its name and registrations. */
export const PaperSettings = z
  .strictObject({
    address: text(500).meta({ description: 'Several lines, as it stands on an envelope.' }),
    contact: text(200).meta({ description: 'Phone, e-mail, web address: one line.' }),
    payment: text(500).meta({ description: 'How to pay: bank account, UPI id.' }),
    terms: text(1_000),
    upiId: UpiId.nullable().optional().meta({
      description: 'Where a code on the invoices leads who pays by UPI. Not mentioned, it stays as it was.',
    }),
  })
  .meta({ id: 'PaperSettings' });

export const PrintPaper = job('sales.print-paper.v1', {
  summary: 'Prints the paper of a document in every language and keeps the files.',
  payload: z.object({ documentId: Id }),
});

/** As a version asked that knew papers of invoices only; nobody asks like this any more. */
export const PrintInvoice = job('sales.print-invoice.v1', {
  summary: 'Prints the paper of an issued invoice in every language and keeps the files.',
  payload: z.object({ invoiceId: Id }),
});

export type PaperSettings = z.infer<typeof PaperSettings>;
export type PaperLanguage = z.infer<typeof PaperLanguage>;
export type ReadPaperPdf = z.infer<typeof ReadPaperPdf>;
export type PaperDto = z.infer<typeof PaperDto>;
