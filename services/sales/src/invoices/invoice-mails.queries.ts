import type { InvoiceMailDto, InvoiceMailsDto } from '@dhanman/contracts';
import { parseId } from '@dhanman/kernel';
import { type Actor, Database, NotFound } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import { addressesOf } from '../customers/contact.js';
import { CustomersService } from '../customers/customers.service.js';
import { companyLanguage } from '../directory/company-language.service.js';
import type { InvoiceId } from './invoice.js';
import type { InvoiceMail } from './invoice-mail.js';
import { mailDraft } from './invoice-mail-words.js';
import { InvoiceMailTable } from './invoice-mail.table.js';
import { InvoiceTable } from './invoice.table.js';
import { PaperNotMade } from '../papers/paper.js';
import { isOfInvoice } from '../papers/paper-content.js';
import { Papers } from '../papers/papers.service.js';

@Injectable()
export class InvoiceMailsQueries {
  constructor(
    private readonly db: Database,
    private readonly papers: Papers,
    private readonly customers: CustomersService,
  ) {}

  async of(actor: Actor, invoiceId: InvoiceId): Promise<InvoiceMailsDto> {
    return this.db.read(actor, async (tx) => {
      const invoice = await tx.findOneBy(InvoiceTable, actor.key(invoiceId));
      if (!invoice) throw new NotFound('invoice');
      const paper = await this.papers.of(tx, actor.key(invoiceId));
      if (!paper || !isOfInvoice(paper.content)) throw new PaperNotMade();
      const { organizationId } = actor;
      const company = { organizationId, companyId: actor.company };
      const mails = await tx.find(InvoiceMailTable, {
        where: { ...company, invoiceId },
        order: { createdAt: 'desc', id: 'desc' },
        take: 50,
      });
      const customer = await this.customers.read(tx, actor, parseId(invoice.customerId));
      return {
        items: mails.map(toDto),
        recipients: customer ? [...addressesOf(customer)] : [],
        language: await companyLanguage(tx, company),
        drafts: { en: mailDraft(paper.content, 'en'), hi: mailDraft(paper.content, 'hi') },
      };
    });
  }
}

function toDto({
  id,
  recipients,
  language,
  subject,
  state,
  reason,
  createdAt,
  endedAt,
}: InvoiceMail): InvoiceMailDto {
  const times = { askedAt: createdAt.toISOString(), endedAt: endedAt?.toISOString() ?? null };
  return { id, recipients, language, subject, state, reason, ...times };
}
