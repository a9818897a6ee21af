import { DomainError, type Id, Money, type PlainDate } from '@dhanman/kernel';

export type CreditId = Id<'Credit'>;

export class CreditEnded extends DomainError {
  constructor() {
    super('conflict', 'credit-ended', 'This was taken back: nothing of it is left to settle invoices with.');
  }
}

export class CreditRefunded extends DomainError {
  constructor(refund: string) {
    super(
      'conflict',
      'credit-refunded',
      `${refund} has paid a part of this back: reverse that refund first.`,
    );
  }
}

interface Fields {
  readonly organizationId: Id;
  readonly companyId: Id;
  /** That of the document which gave it. */
  readonly id: CreditId;
  readonly customerId: Id;
  readonly document: string;
  readonly on: string;
  readonly amount: string;
}

/**
 * What a customer has given towards invoices: a receipt, a credit note, a write-off. Allocations and
 * refunds spend it; the database counts them in `used`, which never exceeds the amount.
 */
export class Credit implements Fields {
  declare readonly organizationId: Id;
  declare readonly companyId: Id;
  declare readonly id: CreditId;
  declare readonly customerId: Id;
  declare readonly document: string;
  declare readonly on: string;
  declare readonly amount: string;
  declare readonly used: string;
  /** The day on which its document was taken back. */
  declare readonly endedOn: string | null;
  declare readonly version: number;

  private constructor(fields: Fields & { readonly used: string; readonly endedOn: string | null }) {
    Object.assign(this, fields);
  }

  static given(fields: Fields): Credit {
    return new Credit({ ...fields, used: '0.00', endedOn: null });
  }

  left(currency: string): Money {
    if (this.endedOn !== null) throw new CreditEnded();
    return Money.parse(this.amount, currency).subtract(Money.parse(this.used, currency));
  }

  /** Another day, when its document was refused and is sent again. */
  datedOn(on: PlainDate): Credit {
    return new Credit({ ...this, on: on.toString() });
  }

  end(on: PlainDate): Credit {
    return this.endedOn === null ? new Credit({ ...this, endedOn: on.toString() }) : this;
  }
}
