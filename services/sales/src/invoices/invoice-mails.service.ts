import { MailInvoice, type SendInvoiceByMail } from '@dhanman/contracts';
import { newId } from '@dhanman/kernel';
import { publish } from '@dhanman/messaging';
import { type Actor, add, Database, NotFound } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import { companyLanguage } from '../directory/company-language.service.js';
import type { InvoiceId } from './invoice.js';
import { CancelledNotMailed, InvoiceMail } from './invoice-mail.js';
import { InvoiceMailTable } from './invoice-mail.table.js';
import { InvoiceTable } from './invoice.table.js';
import { PaperNotMade } from '../papers/paper.js';
import { Papers } from '../papers/papers.service.js';

@Injectable()
export class InvoiceMailsService {
  constructor(
    private readonly db: Database,
    private readonly papers: Papers,
  ) {}

  /** The wish and the job that fulfils it, together; it goes with the files that are kept, so there have to be some. */
  async ask(actor: Actor, invoiceId: InvoiceId, wish: SendInvoiceByMail): Promise<void> {
    await this.db.transaction(actor, async (tx) => {
      const invoice = await tx.findOneBy(InvoiceTable, actor.key(invoiceId));
      if (!invoice) throw new NotFound('invoice');
      if (invoice.state === 'cancelled') throw new CancelledNotMailed();
      const paper = await this.papers.of(tx, actor.key(invoiceId));
      if (!paper) throw new PaperNotMade();
      const language = wish.language ?? (await companyLanguage(tx, paper));
      paper.fileIn(language);
      const identity = { ...actor.key(newId<'InvoiceMail'>()), invoiceId };
      const mail = InvoiceMail.asked(identity, { ...wish, language }, actor.userId);
      await add(tx, InvoiceMailTable, mail);
      await publish(tx, MailInvoice, { mailId: mail.id });
    });
  }
}
