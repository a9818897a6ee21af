import type { InvoiceMailState, PaperLanguage, SendInvoiceByMail } from '@dhanman/contracts';
import { DomainError, type Id } from '@dhanman/kernel';
import { beginning, ending, type Outcome } from '../mails/mail-attempt.js';
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

type Wish = Required<SendInvoiceByMail>;

interface Details extends Wish {
  readonly state: InvoiceMailState;
  readonly reason: string | null;
  readonly askedBy: string;
  readonly begunAt: Date | null;
  readonly endedAt: Date | null;
}

/** A wish to send an invoice; it is tried once. */
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

  static asked(identity: Identity, { recipients, ...wish }: Wish, askedBy: string): InvoiceMail {
    const nothingYet = { state: 'waiting', reason: null, begunAt: null, endedAt: null } as const;
    // Nobody gets it twice because their address was written twice.
    return new InvoiceMail({
      ...{ ...identity, ...wish, ...nothingYet, askedBy },
      recipients: [...new Set(recipients)],
    });
  }

  begun(at: Date): InvoiceMail {
    const begun = beginning(this, at);
    return begun ? new InvoiceMail({ ...this, ...begun }) : this;
  }

  ended(outcome: Outcome): InvoiceMail {
    const ended = ending(this, outcome);
    return ended ? new InvoiceMail({ ...this, ...ended }) : this;
  }
}
