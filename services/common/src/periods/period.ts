import type { FinancialYear, Id, Period } from '@dhanman/kernel';
import { YearAudited, YearNotClosed, YearNotOpen } from './period-errors.js';

export type BooksYearId = Id<'BooksYear'>;
export type PeriodId = Id<'AccountingPeriod'>;
export type YearState = 'open' | 'closed' | 'audited';
export type PeriodState = 'open' | 'locked';

interface Identity<Of extends string> {
  readonly organizationId: Id;
  readonly companyId: Id;
  readonly id: Id<Of>;
}

interface YearFields extends Identity<'BooksYear'> {
  readonly label: string;
  readonly code: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly state: YearState;
  readonly closingEntryId: Id | null;
}

interface PeriodFields extends Identity<'AccountingPeriod'> {
  readonly financialYearId: BooksYearId;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly state: PeriodState;
}

/** A financial year of a company's books. An audited one is never opened again. */
export class BooksYear implements YearFields {
  declare readonly organizationId: Id;
  declare readonly companyId: Id;
  declare readonly id: BooksYearId;
  declare readonly label: string;
  declare readonly code: string;
  declare readonly startsOn: string;
  declare readonly endsOn: string;
  declare readonly state: YearState;
  declare readonly closingEntryId: Id | null;
  declare readonly version: number;
  declare readonly createdAt: Date;
  declare readonly updatedAt: Date;

  private constructor(fields: YearFields) {
    Object.assign(this, fields);
  }

  static open(identity: Identity<'BooksYear'>, { label, code, start, end }: FinancialYear): BooksYear {
    const days = { startsOn: start.toString(), endsOn: end.toString() };
    return new BooksYear({ ...identity, label, code, ...days, state: 'open', closingEntryId: null });
  }

  get isOpen(): boolean {
    return this.state === 'open';
  }

  /** Its result has been moved into equity by an entry, unless nothing was earned and nothing spent. */
  closed(closingEntryId: Id | null): BooksYear {
    this.mustBeOpen();
    return new BooksYear({ ...this, state: 'closed', closingEntryId });
  }

  mustBeOpen(): void {
    if (!this.isOpen) throw new YearNotOpen(this.label, this.state);
  }

  reopened(): BooksYear {
    if (this.state === 'audited') throw new YearAudited(this.label);
    if (this.state === 'open') throw new YearNotClosed(this.label);
    return new BooksYear({ ...this, state: 'open', closingEntryId: null });
  }

  audited(): BooksYear {
    if (this.state === 'audited') return this;
    if (this.state === 'open') throw new YearNotClosed(this.label);
    return new BooksYear({ ...this, state: 'audited' });
  }
}

/** A month of a financial year; nothing is entered into a locked one. */
export class AccountingPeriod implements PeriodFields {
  declare readonly organizationId: Id;
  declare readonly companyId: Id;
  declare readonly id: PeriodId;
  declare readonly financialYearId: BooksYearId;
  declare readonly startsOn: string;
  declare readonly endsOn: string;
  declare readonly state: PeriodState;
  declare readonly version: number;
  declare readonly createdAt: Date;
  declare readonly updatedAt: Date;

  private constructor(fields: PeriodFields) {
    Object.assign(this, fields);
  }

  static open(
    identity: Identity<'AccountingPeriod'>,
    financialYearId: BooksYearId,
    { start, end }: Period,
  ): AccountingPeriod {
    const days = { startsOn: start.toString(), endsOn: end.toString() };
    return new AccountingPeriod({ ...identity, financialYearId, ...days, state: 'open' });
  }

  locked(): AccountingPeriod {
    return this.state === 'locked' ? this : new AccountingPeriod({ ...this, state: 'locked' });
  }

  unlocked(): AccountingPeriod {
    return this.state === 'open' ? this : new AccountingPeriod({ ...this, state: 'open' });
  }
}
