import { MailInvoice, type Message } from '@dhanman/contracts';
import { Clock, type Id } from '@dhanman/kernel';
import { change, Database, Job, mayHaveGoneOut, Mails, NotFound } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { InvoiceMail, InvoiceMailId, Outcome } from './invoice-mail.js';
import { InvoiceMailTable } from './invoice-mail.table.js';
import { Papers } from '../papers/papers.service.js';

interface Key {
  readonly organizationId: Id;
  readonly id: InvoiceMailId;
}

@Injectable()
export class InvoiceMailsJobs {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly mails: Mails,
    private readonly papers: Papers,
  ) {}

  /** Killed before it began it runs again; killed afterwards it is not known whether the mail went out, and it stays at that. */
  @Job(MailInvoice)
  async send({ envelope, payload }: Message<typeof MailInvoice>): Promise<void> {
    const key = { organizationId: envelope.organizationId, id: payload.mailId as InvoiceMailId };
    // Read before it begins: a store that is away is no reason to be in doubt about a mail.
    const file = await this.fileOf(key);
    const mail = await this.begin(key);
    if (!mail) return;
    const outcome = await this.attempt(mail, file);
    await this.db.transaction(key, (tx) =>
      change(tx, InvoiceMailTable, key, (current) => current.ended(outcome)),
    );
  }

  /** The mail, where the attempt is this one's to make. */
  private async begin(key: Key): Promise<InvoiceMail | undefined> {
    const turn = { isOurs: false };
    const mail = await this.db.transaction(key, (tx) =>
      change(tx, InvoiceMailTable, key, (current) => {
        turn.isOurs = current.state === 'waiting';
        return current.begun(this.clock.now());
      }),
    );
    return turn.isOurs ? mail : undefined;
  }

  private async attempt({ id, recipients, subject, text }: InvoiceMail, file: MailFile): Promise<Outcome> {
    try {
      const refused = await this.mails.send({ id, to: recipients, subject, text, files: [file] });
      const reason = refused.length > 0 ? `Not taken for ${refused.join(', ')}` : null;
      return { state: 'sent', reason, at: this.clock.now() };
    } catch (error) {
      const state = mayHaveGoneOut(error) ? 'unknown' : 'refused';
      return { state, reason: reasonOf(error), at: this.clock.now() };
    }
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

interface MailFile {
  readonly name: string;
  readonly type: string;
  readonly content: Buffer;
}

/** What the mail server said, for the person who sends; never written to a log. */
function reasonOf(error: unknown): string {
  const { message, response } = error as { message?: string; response?: string };
  return (response ?? message ?? 'The mail server cannot be reached.').slice(0, 500);
}
