import type { CreateRefund, ReceiptMode, UndoRefund } from '@dhanman/contracts';
import { DomainError, type Id, Money, type PlainDate } from '@dhanman/kernel';
import { referenceOf, trimmed } from '../receipts/receipt.js';
import { DocumentUndone, DocumentUndoneTooEarly } from '../settlement/taking-back.js';
import type { Credit, CreditId } from '../settlement/credit.js';

export type RefundId = Id<'Refund'>;

export class RefundAboveUnused extends DomainError {
  constructor(left: Money) {
    const message = `Only ${left.toJSON()} of this is unused: enter that much or less.`;
    super('conflict', 'refund-above-unused', message, { field: 'amount', details: { left: left.toJSON() } });
  }
}

export class RefundTooEarly extends DomainError {
  constructor(freeOn: string) {
    const message = `This money is free since ${freeOn}: choose that day or a later one.`;
    super('conflict', 'refund-too-early', message, { field: 'on', details: { on: freeOn } });
  }
}

interface Identity {
  readonly organizationId: Id;
  readonly companyId: Id;
  readonly id: RefundId;
}

interface Fields extends Identity {
  readonly customerId: Id;
  readonly creditId: CreditId;
  readonly number: string;
  readonly on: string;
  readonly mode: ReceiptMode;
  readonly account: string | null;
  readonly reference: string | null;
  readonly notes: string | null;
  readonly currency: string;
  readonly amount: string;
  readonly undone: UndoRefund['how'] | null;
  readonly undoneOn: string | null;
  readonly undoneReason: string | null;
  readonly endedOn: string | null;
}

/** Unused money of a customer's, paid back. It uses its credit until the ledger has agreed that it is taken back. */
export class Refund implements Fields {
  declare readonly organizationId: Id;
  declare readonly companyId: Id;
  declare readonly id: RefundId;
  declare readonly customerId: Id;
  declare readonly creditId: CreditId;
  declare readonly number: string;
  declare readonly on: string;
  declare readonly mode: ReceiptMode;
  declare readonly account: string | null;
  declare readonly reference: string | null;
  declare readonly notes: string | null;
  declare readonly currency: string;
  declare readonly amount: string;
  declare readonly undone: UndoRefund['how'] | null;
  declare readonly undoneOn: string | null;
  declare readonly undoneReason: string | null;
  /** The day from which its money is unused again. */
  declare readonly endedOn: string | null;
  declare readonly version: number;
  declare readonly createdAt: Date;

  private constructor(fields: Fields) {
    Object.assign(this, fields);
  }

  /** Out of that credit; without a number, which is given last. */
  static paid(
    identity: Identity,
    { on, mode, reference, notes, account, amount: text }: CreateRefund,
    { credit, currency }: { readonly credit: Credit; readonly currency: string },
  ): Refund {
    const [amount, left] = [Money.parse(text, currency), credit.left(currency)];
    if (amount.compare(left) > 0) throw new RefundAboveUnused(left);
    return new Refund({
      ...{ ...identity, customerId: credit.customerId, creditId: credit.id, number: '', on, mode },
      ...{ account: account ?? null },
      ...{ reference: referenceOf(mode, reference, 'refund'), notes: trimmed(notes), currency },
      ...{ amount: amount.toJSON(), undone: null, undoneOn: null, undoneReason: null, endedOn: null },
    });
  }

  numbered(number: string): Refund {
    return new Refund({ ...this, number });
  }

  corrected(on: PlainDate, account = this.account): Refund {
    if (this.undone !== null) throw new DocumentUndone('refund');
    return new Refund({ ...this, on: on.toString(), account });
  }

  undo({ how, on, reason }: UndoRefund): Refund {
    if (this.undone !== null) throw new DocumentUndone('refund');
    if (how === 'reversed' && on < this.on) throw new DocumentUndoneTooEarly('refund', this.on);
    return new Refund({ ...this, undone: how, undoneOn: on, undoneReason: reason.trim() });
  }

  /** One that was withdrawn has never been. */
  end(on: PlainDate): Refund {
    return this.endedOn === null ? new Refund({ ...this, endedOn: on.toString() }) : this;
  }

  /** The ledger would not take it back. */
  standsAgain(): Refund {
    return new Refund({ ...this, undone: null, undoneOn: null, undoneReason: null });
  }
}
