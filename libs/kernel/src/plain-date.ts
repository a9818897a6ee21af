import type { Clock } from './clock.js';
import { DomainError } from './domain-error.js';

export class DateNotReal extends DomainError {
  constructor(text: string) {
    super('invalid', 'date-not-real', `"${text.slice(0, 40)}" is not a date such as 2026-04-01.`);
  }
}

export class ZoneUnknown extends DomainError {
  constructor(zone: string, cause: unknown) {
    super('invalid', 'zone-unknown', `"${zone.slice(0, 60)}" is not a time zone such as Asia/Kolkata.`, {
      cause,
    });
  }
}

/** Monday is 1 and Sunday is 7, as in ISO 8601. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const isoDate = /^(\d{4})-(\d{2})-(\d{2})$/;
const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/**
 * A day in a calendar, without time and without zone: what invoices, due dates and periods are written in. It counts
 * with whole days only, so no daylight-saving change can move it. Years 1 to 9999.
 */
export class PlainDate {
  private constructor(
    readonly year: number,
    readonly month: number,
    readonly day: number,
  ) {
    Object.freeze(this);
  }

  static of(year: number, month: number, day: number): PlainDate {
    if (!isRealDate(year, month, day)) throw new DateNotReal([year, month, day].join('-'));
    return new PlainDate(year, month, day);
  }

  /** A date from `YYYY-MM-DD` and nothing else. */
  static parse(text: string): PlainDate {
    const match = isoDate.exec(text);
    if (!match) throw new DateNotReal(text);
    const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
    if (!isRealDate(year, month, day)) throw new DateNotReal(text);
    return new PlainDate(year, month, day);
  }

  /** The day it is now for people in a time zone; at 20:00 UTC it is already tomorrow in Kolkata. */
  static today(clock: Clock, zone: string): PlainDate {
    return PlainDate.at(clock.now(), zone);
  }

  /** The day an instant falls on for people in a time zone. */
  static at(instant: Date, zone: string): PlainDate {
    const parts = new Map(
      dateFormat(zone)
        .formatToParts(instant)
        .map(({ type, value }) => [type, Number(value)]),
    );
    return PlainDate.of(parts.get('year') ?? 0, parts.get('month') ?? 0, parts.get('day') ?? 0);
  }

  addDays(days: number): PlainDate {
    return fromDayNumber(dayNumber(this) + days);
  }

  /** The same day of another month, or that month's last day where it has no such day: 31 January + 1 is 28 February. */
  addMonths(months: number): PlainDate {
    const index = this.year * 12 + (this.month - 1) + months;
    const year = Math.floor(index / 12);
    const month = index - year * 12 + 1;
    return PlainDate.of(year, month, Math.min(this.day, daysInMonth(year, month)));
  }

  addYears(years: number): PlainDate {
    return this.addMonths(years * 12);
  }

  startOfMonth(): PlainDate {
    return new PlainDate(this.year, this.month, 1);
  }

  endOfMonth(): PlainDate {
    return new PlainDate(this.year, this.month, daysInMonth(this.year, this.month));
  }

  /** How many days later the other date is; negative when it is earlier. */
  daysUntil(other: PlainDate): number {
    return dayNumber(other) - dayNumber(this);
  }

  get weekday(): Weekday {
    // Day number 0 is 1 January of the year 1, which was a Monday.
    return ((dayNumber(this) % 7) + 1) as Weekday;
  }

  get isInLeapYear(): boolean {
    return isLeapYear(this.year);
  }

  compare(other: PlainDate): -1 | 0 | 1 {
    const days = other.daysUntil(this);
    if (days === 0) return 0;
    return days < 0 ? -1 : 1;
  }

  equals(other: PlainDate): boolean {
    return this.compare(other) === 0;
  }

  isBefore(other: PlainDate): boolean {
    return this.compare(other) < 0;
  }

  isAfter(other: PlainDate): boolean {
    return this.compare(other) > 0;
  }

  toJSON(): string {
    return this.toString();
  }

  toString(): string {
    return `${padded(this.year, 4)}-${padded(this.month, 2)}-${padded(this.day, 2)}`;
  }
}

/** Days in a month of the Gregorian calendar; the month counts from 1. */
export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (monthLengths[month - 1] ?? 0);
}

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function isRealDate(year: number, month: number, day: number): boolean {
  const areWhole = Number.isInteger(year) && Number.isInteger(month) && Number.isInteger(day);
  return areWhole && year >= 1 && year <= 9999 && day >= 1 && day <= daysInMonth(year, month);
}

/** Days since 1 January of the year 1. */
function dayNumber({ year, month, day }: PlainDate): number {
  return daysBeforeYear(year) + daysBeforeMonth(year, month) + day - 1;
}

function fromDayNumber(days: number): PlainDate {
  // 400 years are 146,097 days, so this guess is right or one year off.
  let year = Math.floor((days * 400) / 146_097) + 1;
  if (days < daysBeforeYear(year)) year -= 1;
  else if (days >= daysBeforeYear(year + 1)) year += 1;
  let month = 12;
  while (month > 1 && daysBeforeYear(year) + daysBeforeMonth(year, month) > days) month -= 1;
  return PlainDate.of(year, month, days - daysBeforeYear(year) - daysBeforeMonth(year, month) + 1);
}

function daysBeforeYear(year: number): number {
  const past = year - 1;
  return past * 365 + Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400);
}

function daysBeforeMonth(year: number, month: number): number {
  let days = 0;
  for (let earlier = 1; earlier < month; earlier += 1) days += daysInMonth(year, earlier);
  return days;
}

function padded(value: number, length: number): string {
  return String(value).padStart(length, '0');
}

const dateFormats = new Map<string, Intl.DateTimeFormat>();

// Building a formatter costs a thousand times more than using it; there are at most a few hundred zones.
function dateFormat(zone: string): Intl.DateTimeFormat {
  const known = dateFormats.get(zone);
  if (known) return known;
  try {
    const options = { timeZone: zone, calendar: 'gregory', numberingSystem: 'latn' } as const;
    const format = new Intl.DateTimeFormat('en', {
      ...options,
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
    });
    dateFormats.set(zone, format);
    return format;
  } catch (error) {
    throw new ZoneUnknown(zone, error);
  }
}
