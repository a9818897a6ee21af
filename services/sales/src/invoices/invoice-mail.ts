import type { InvoiceMailState, PaperLanguage, SendInvoiceByMail } from '@dhanman/contracts';
import { DomainError, type Id } from '@dhanman/kernel';
import type { InvoiceId } from './invoice.js';

export type InvoiceMailId = Id<'InvoiceMail'>;

export class CancelledNotMailed extends DomainError {
  constructor() {
    super(
      'conflict',
      'cancelled-not-mailed',
      'This invoice is cancelled: nothing is asked for by it any more.',
    );
  }
}

interface Identity {
  readonly organizationId: Id;
  readonly companyId: Id;
  readonly id: InvoiceMailId;
  readonly invoiceId: InvoiceId;
}

interface Details extends SendInvoiceByMail {
  readonly state: InvoiceMailState;
  readonly reason: string | null;
  readonly askedBy: string;
  readonly begunAt: Date | null;
  readonly endedAt: Date | null;
}

export interface Outcome {
  readonly state: 'sent' | 'refused' | 'unknown';
  readonly reason: string | null;
  readonly at: Date;
}

/**
 * A wish to send an invoice. It is tried once: that the attempt began is committed before the mail server hears of it, so
 * that whoever finds it begun and without an outcome knows that it may have gone out, and leaves it to a person.
 */
export class InvoiceMail implements Identity, Details {
  declare readonly organizationId: Id;
  declare readonly companyId: Id;
  declare readonly id: InvoiceMailId;
  declare readonly invoiceId: InvoiceId;
  declare readonly recipients: string[];
  declare readonly language: PaperLanguage;
  declare readonly subject: string;
  declare readonly text: string;
  declare readonly state: InvoiceMailState;
  declare readonly reason: string | null;
  declare readonly askedBy: string;
  declare readonly begunAt: Date | null;
  declare readonly endedAt: Date | null;
  declare readonly version: number;
  declare readonly createdAt: Date;

  private constructor(fields: Identity & Details) {
    Object.assign(this, fields);
  }

  static asked(identity: Identity, { recipients, ...wish }: SendInvoiceByMail, askedBy: string): InvoiceMail {
    const nothingYet = { state: 'waiting', reason: null, begunAt: null, endedAt: null } as const;
    // Nobody gets it twice because their address was written twice.
    return new InvoiceMail({
      ...{ ...identity, ...wish, ...nothingYet, askedBy },
      recipients: [...new Set(recipients)],
    });
  }

  /** The one attempt begins; who comes upon an attempt that began before knows only that its end was not noted. */
  begun(at: Date): InvoiceMail {
    if (this.state === 'waiting') return new InvoiceMail({ ...this, state: 'sending', begunAt: at });
    if (this.state === 'sending') return this.ended({ state: 'unknown', reason: null, at });
    return this;
  }

  /** Who waited for the server's answer knows better than who came upon the attempt meanwhile. */
  ended({ state, reason, at }: Outcome): InvoiceMail {
    const isOpen = this.state === 'sending' || this.state === 'unknown';
    return isOpen ? new InvoiceMail({ ...this, state, reason, endedAt: at }) : this;
  }
}
