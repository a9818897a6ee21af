import { Database } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { CommonConfig } from '../config.js';
import type { MailText } from './account-mail-words.js';

export interface Mail extends MailText {
  readonly to: string;
  /** The same for a mail that is sent again because nobody knows whether it went out. */
  readonly id: string;
}

export interface KeptMail extends Mail {
  readonly sentAt: Date;
}

/** The way out for mails: an SMTP server, or on a developer's machine a table that is looked at instead. */
@Injectable()
export class MailService {
  private readonly transport: Transporter | undefined;

  constructor(
    private readonly config: CommonConfig,
    private readonly db: Database,
  ) {
    // Every wait has an end well before the job that sends is taken for dead.
    const patience = { connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 15_000 };
    const { MAIL_URL: url } = config;
    if (url !== undefined) this.transport = createTransport({ url, ...patience });
  }

  async send(mail: Mail): Promise<void> {
    if (!this.transport) {
      await this.keep(mail);
      return;
    }
    const { hostname } = new URL(this.config.APP_URL);
    const messageId = `<${mail.id}@${hostname}>`;
    const { to, subject, text } = mail;
    const headers = { 'Auto-Submitted': 'auto-generated' };
    await this.transport.sendMail({ from: this.config.MAIL_FROM, to, subject, text, messageId, headers });
  }

  /** What a developer would have found in the mailbox, the latest first. */
  async kept(): Promise<readonly KeptMail[]> {
    return this.db.query<KeptMail>(
      'select id, recipient as "to", subject, text, sent_at as "sentAt" from kept_mail order by sent_at desc limit 100',
    );
  }

  private async keep({ id, to, subject, text }: Mail): Promise<void> {
    await this.db.query(
      'insert into kept_mail (id, recipient, subject, text) values ($1, $2, $3, $4) on conflict do nothing',
      [id, to, subject, text],
    );
  }
}
