import { Injectable } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { Database } from '../database/database.js';
import { keepsMail, MailConfig } from './mail-config.js';

export interface MailText {
  readonly subject: string;
  readonly text: string;
}

export interface MailFile {
  readonly name: string;
  readonly type: string;
  readonly content: Buffer;
}

export interface Mail extends MailText {
  readonly to: string | readonly string[];
  /** The same for a mail that is sent again because nobody knows whether it went out. */
  readonly id: string;
  readonly files?: readonly MailFile[];
}

export interface KeptMail extends MailText {
  readonly id: string;
  /** Several with commas between them, as in the head of a mail. */
  readonly to: string;
  readonly files: readonly { readonly name: string; readonly type: string; readonly base64: string }[];
  readonly sentAt: Date;
}

/** The way out for mails: an SMTP server, or on a developer's machine a table that is looked at instead. */
@Injectable()
export class Mails {
  private readonly transport: Transporter | undefined;

  constructor(
    private readonly config: MailConfig,
    private readonly db: Database,
  ) {
    // Every wait has an end well before the job that sends is taken for dead.
    const patience = { connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 15_000 };
    const { MAIL_URL: url } = config;
    if (url !== undefined) this.transport = createTransport({ url, ...patience });
  }

  get areKept(): boolean {
    return keepsMail(this.config);
  }

  /** Says whom the server did not take it for; where it takes it for nobody, it throws. */
  async send(mail: Mail): Promise<readonly string[]> {
    if (!this.transport) return this.keep(mail);
    // What names a mail for ever ends in the domain that it comes from.
    const [, domain = 'localhost'] = /@([^>\s]+)/.exec(this.config.MAIL_FROM) ?? [];
    const { subject, text, files = [] } = mail;
    const sent = await this.transport.sendMail({
      ...{ from: this.config.MAIL_FROM, to: [...listed(mail.to)], subject, text },
      ...{ messageId: `<${mail.id}@${domain}>`, headers: { 'Auto-Submitted': 'auto-generated' } },
      attachments: files.map(({ name, type, content }) => ({ filename: name, contentType: type, content })),
    });
    return sent.rejected ?? [];
  }

  /** What a developer would have found in the mailbox, the latest first. */
  async kept(): Promise<readonly KeptMail[]> {
    return this.db.query<KeptMail>(
      `select id, recipient as "to", subject, text, files, sent_at as "sentAt"
       from kept_mail order by sent_at desc limit 100`,
    );
  }

  private async keep({ id, to, subject, text, files = [] }: Mail): Promise<readonly string[]> {
    const kept = files.map(({ name, type, content }) => ({ name, type, base64: content.toString('base64') }));
    await this.db.query(
      `insert into kept_mail (id, recipient, subject, text, files) values ($1, $2, $3, $4, $5)
       on conflict do nothing`,
      [id, listed(to).join(', '), subject, text, JSON.stringify(kept)],
    );
    return [];
  }
}

function listed(to: Mail['to']): readonly string[] {
  return typeof to === 'string' ? [to] : to;
}
