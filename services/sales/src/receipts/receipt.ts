import type { CreateReceipt, ReceiptMode, UndoReceipt } from '@dhanman/contracts';
import { DomainError, type Id, Money, type PlainDate } from '@dhanman/kernel';
import { DocumentUndone } from '../settlement/taking-back.js';

export type ReceiptId = Id<'Receipt'>;

export class ReferenceMissing extends DomainError {
  constructor(mode: ReceiptMode, document: 'receipt' | 'refund') {
    const what = mode === 'cheque' ? 'the number of the cheque' : 'the reference of the transfer';
    super(
      'invalid',
      `${document}-reference-missing`,
      `Please enter ${what}: it finds the money in the bank again.`,
      {
        field: 'reference',
      },
    );
  }
}

export class ReceiptNoCheque extends DomainError {
  constructor() {
    super('conflict', 'receipt-no-cheque', 'Only a cheque bounces: reverse this receipt instead.', {
      field: 'how',
    });
  }
}

interface Identity {
  readonly organizationId: Id;
  readonly companyId: Id;
  readonly id: ReceiptId;
}

interface Fields extends Identity {
  readonly customerId: Id;
  readonly number: string;
  readonly on: string;
  readonly mode: ReceiptMode;
  readonly account: string | null;
  readonly reference: string | null;
  readonly notes: string | null;
  readonly currency: string;
  readonly amount: string;
  readonly tds: string;
  readonly undone: UndoReceipt['how'] | null;
  readonly undoneOn: string | null;
  readonly undoneReason: string | null;
}

/** Money a customer has given, as it was entered. What it settled is told by its allocations, and where it stands by its posting. */
export class Receipt implements Fields {
  declare readonly organizationId: Id;
  declare readonly companyId: Id;
  declare readonly id: ReceiptId;
  declare readonly customerId: Id;
  declare readonly number: string;
  declare readonly on: string;
  declare readonly mode: ReceiptMode;
  declare readonly account: string | null;
  declare readonly reference: string | null;
  declare readonly notes: string | null;
  declare readonly currency: string;
  declare readonly amount: string;
  declare readonly tds: string;
  declare readonly undone: UndoReceipt['how'] | null;
  declare readonly undoneOn: string | null;
  declare readonly undoneReason: string | null;
  declare readonly version: number;
  declare readonly createdAt: Date;

  private constructor(fields: Fields) {
    Object.assign(this, fields);
  }

  /** Without a number, which is given last. */
  static received(identity: Identity, details: CreateReceipt, currency: string): Receipt {
    const inCurrency = (text: string): string => Money.parse(text, currency).toJSON();
    const amounts = { amount: inCurrency(details.amount), tds: inCurrency(details.tds ?? '0.00') };
    const undone = { undone: null, undoneOn: null, undoneReason: null };
    return new Receipt({
      ...{ ...identity, number: '', currency },
      ...{ ...enteredIn(details), ...amounts, ...undone },
    });
  }

  numbered(number: string): Receipt {
    return new Receipt({ ...this, number });
  }

  /** What it settles: the money and the tax that was deducted from it. */
  get value(): Money {
    return Money.parse(this.amount, this.currency).add(Money.parse(this.tds, this.currency));
  }

  corrected(on: PlainDate, account = this.account): Receipt {
    if (this.undone !== null) throw new DocumentUndone('receipt');
    return new Receipt({ ...this, on: on.toString(), account });
  }

  undo({ how, reason }: UndoReceipt, on: PlainDate): Receipt {
    if (this.undone !== null) throw new DocumentUndone('receipt');
    if (how === 'bounced' && this.mode !== 'cheque') throw new ReceiptNoCheque();
    return new Receipt({ ...this, undone: how, undoneOn: on.toString(), undoneReason: reason.trim() });
  }

  /** The ledger would not take it back. */
  standsAgain(): Receipt {
    return new Receipt({ ...this, undone: null, undoneOn: null, undoneReason: null });
  }
}

function enteredIn({ customerId, on, mode, ...details }: CreateReceipt) {
  const reference = referenceOf(mode, details.reference, 'receipt');
  const { account = null } = details;
  return { customerId, on, mode, account, reference, notes: trimmed(details.notes) };
}

/** Without it the money of a cheque or of UPI is not found in the bank again. */
export function referenceOf(
  mode: ReceiptMode,
  text: string | undefined,
  document: 'receipt' | 'refund',
): string | null {
  const reference = trimmed(text);
  if (reference === null && (mode === 'cheque' || mode === 'upi')) throw new ReferenceMissing(mode, document);
  return reference;
}

export function trimmed(text: string | undefined): string | null {
  return text?.trim() ?? null;
}
