import type { DomainError, Id } from '@dhanman/kernel';
import type { InvoiceId } from '../invoices/invoice.js';
import { PeriodNotFailed } from './recurring-errors.js';
import type { RecurringInvoiceId } from './recurring-invoice.js';

export type RecurringPeriodId = Id<'RecurringPeriod'>;

/** Which date of what recurs. */
export interface PeriodOf {
  readonly organizationId: Id;
  readonly companyId: Id;
  readonly id: RecurringPeriodId;
  readonly recurringId: RecurringInvoiceId;
  readonly on: string;
}

type Outcome = Pick<RecurringPeriod, 'state' | 'invoiceId' | 'failureCode' | 'failureReason'>;

/** What became of a date that has come: its invoice, or why it has none. */
export class RecurringPeriod implements PeriodOf {
  declare readonly organizationId: Id;
  declare readonly companyId: Id;
  declare readonly id: RecurringPeriodId;
  declare readonly recurringId: RecurringInvoiceId;
  declare readonly on: string;
  declare readonly state: 'made' | 'failed';
  declare readonly invoiceId: InvoiceId | null;
  declare readonly failureCode: string | null;
  declare readonly failureReason: string | null;
  declare readonly version: number;
  declare readonly createdAt: Date;
  declare readonly updatedAt: Date;

  private constructor(fields: PeriodOf & Outcome) {
    Object.assign(this, fields);
  }

  static made(of: PeriodOf, invoiceId: InvoiceId): RecurringPeriod {
    return new RecurringPeriod({ ...of, ...madeWith(invoiceId) });
  }

  static failed(of: PeriodOf, { code, message }: Pick<DomainError, 'code' | 'message'>): RecurringPeriod {
    const failureReason = message.slice(0, 1_000);
    return new RecurringPeriod({ ...of, state: 'failed', invoiceId: null, failureCode: code, failureReason });
  }

  mustHaveFailed(): void {
    if (this.state !== 'failed') throw new PeriodNotFailed();
  }

  /** Tried again, with success. */
  mended(invoiceId: InvoiceId): RecurringPeriod {
    this.mustHaveFailed();
    return new RecurringPeriod({ ...this, ...madeWith(invoiceId) });
  }
}

function madeWith(invoiceId: InvoiceId): Outcome {
  return { state: 'made', invoiceId, failureCode: null, failureReason: null };
}
