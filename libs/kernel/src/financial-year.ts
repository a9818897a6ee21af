import { DomainError } from './domain-error.js';
import { PlainDate } from './plain-date.js';

export class FinancialYearUnknown extends DomainError {
  constructor(text: string) {
    super(
      'invalid',
      'financial-year-unknown',
      `"${text.slice(0, 20)}" is not a financial year such as 2026-27.`,
    );
  }
}

/** A stretch of days, both ends included. */
export interface Period {
  readonly start: PlainDate;
  readonly end: PlainDate;
}

/** April, where the Indian financial year begins; a company may have another month. */
const april = 4;

/**
 * Twelve months that begin with a company's first month. A year that begins in January is called 2026, any other
 * 2026-27 after the two calendar years it touches.
 */
export class FinancialYear implements Period {
  readonly start: PlainDate;
  readonly end: PlainDate;

  private constructor(
    readonly startYear: number,
    readonly startMonth: number,
  ) {
    this.start = PlainDate.of(startYear, startMonth, 1);
    this.end = this.start.addMonths(12).addDays(-1);
    Object.freeze(this);
  }

  static starting(startYear: number, startMonth = april): FinancialYear {
    return new FinancialYear(startYear, startMonth);
  }

  static containing(date: PlainDate, startMonth = april): FinancialYear {
    return new FinancialYear(date.month < startMonth ? date.year - 1 : date.year, startMonth);
  }

  /** The year a label names: the inverse of `label`. */
  static parse(label: string, startMonth = april): FinancialYear {
    const startYear = Number(/^(\d{4})(-\d{2})?$/.exec(label)?.[1] ?? Number.NaN);
    if (!(startYear >= 1 && startYear < 9999)) throw new FinancialYearUnknown(label);
    const year = new FinancialYear(startYear, startMonth);
    if (year.label !== label) throw new FinancialYearUnknown(label);
    return year;
  }

  get label(): string {
    return this.isCalendarYear
      ? fourDigits(this.startYear)
      : `${fourDigits(this.startYear)}-${this.lastDigits(1)}`;
  }

  /** Two or four digits for document numbers, which GST limits to sixteen characters: 2627. */
  get code(): string {
    return this.isCalendarYear ? this.lastDigits(0) : `${this.lastDigits(0)}${this.lastDigits(1)}`;
  }

  get isCalendarYear(): boolean {
    return this.startMonth === 1;
  }

  next(): FinancialYear {
    return new FinancialYear(this.startYear + 1, this.startMonth);
  }

  previous(): FinancialYear {
    return new FinancialYear(this.startYear - 1, this.startMonth);
  }

  contains(date: PlainDate): boolean {
    return !date.isBefore(this.start) && !date.isAfter(this.end);
  }

  months(): readonly Period[] {
    return this.parts(1);
  }

  quarters(): readonly Period[] {
    return this.parts(3);
  }

  equals(other: FinancialYear): boolean {
    return this.start.equals(other.start);
  }

  toString(): string {
    return this.label;
  }

  private parts(months: number): readonly Period[] {
    return Array.from({ length: 12 / months }, (_, index) => {
      const start = this.start.addMonths(index * months);
      return { start, end: start.addMonths(months).addDays(-1) };
    });
  }

  private lastDigits(yearsLater: number): string {
    return fourDigits(this.startYear + yearsLater).slice(-2);
  }
}

function fourDigits(year: number): string {
  return String(year).padStart(4, '0');
}
