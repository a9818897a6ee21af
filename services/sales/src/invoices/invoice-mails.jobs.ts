import { MailInvoice, type Message } from '@dhanman/contracts';
import type { Id } from '@dhanman/kernel';
import { Database, Job, type MailFile, NotFound } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import { MailAttempts } from '../mails/mail-attempts.service.js';
import { Papers } from '../papers/papers.service.js';
import type { InvoiceMailId } from './invoice-mail.js';
import { InvoiceMailTable } from './invoice-mail.table.js';

interface Key {
  readonly organizationId: Id;
  readonly id: InvoiceMailId;
}

@Injectable()
export class InvoiceMailsJobs {
  constructor(
    private readonly db: Database,
    private readonly attempts: MailAttempts,
    private readonly papers: Papers,
  ) {}

  @Job(MailInvoice)
  async send({ envelope, payload }: Message<typeof MailInvoice>): Promise<void> {
    const key = { organizationId: envelope.organizationId, id: payload.mailId as InvoiceMailId };
    // Read before it begins: a store that is away is no reason to be in doubt about a mail.
    const files = [await this.fileOf(key)];
    await this.attempts.once({
      ...{ table: InvoiceMailTable, key, files },
      begin: (_, mail, at) => mail.begun(at),
      end: (mail, outcome) => mail.ended(outcome),
      mail: ({ recipients, subject, text }) => ({ to: recipients, subject, text }),
    });
  }

  private async fileOf(key: Key): Promise<MailFile> {
    const { organizationId } = key;
    const [paper, language] = await this.db.read(key, async (tx) => {
      const mail = await tx.findOneBy(InvoiceMailTable, key);
      if (!mail) throw new NotFound('invoice-mail');
      const of = { organizationId, id: mail.invoiceId };
      return [await this.papers.of(tx, of), mail.language] as const;
    });
    return { ...(await this.papers.pdf(paper, language)), type: 'application/pdf' };
  }
}
