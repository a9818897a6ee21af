import { PlainDate } from './plain-date.js';

/** What happens on dates, again and again: rent, accruals, bills of every month. */
export interface Rhythm {
  readonly every: 'week' | 'month' | 'quarter' | 'half-year' | 'year';
  readonly startsOn: string;
  readonly endsOn?: string | undefined;
  /** How many dates there are at most. */
  readonly times?: number | undefined;
}

const months = { month: 1, quarter: 3, 'half-year': 6, year: 12 } as const;

/**
 * The date with this number, from 0 on. Each is counted from the first, so that a 31st that fell on 28 February is the 31st
 * again in March.
 */
export function dateAt({ every, startsOn, endsOn, times }: Rhythm, place: number): PlainDate | undefined {
  const first = PlainDate.parse(startsOn);
  const date = every === 'week' ? first.addDays(7 * place) : first.addMonths(months[every] * place);
  const isOver = place >= (times ?? Infinity) || (endsOn !== undefined && date.toString() > endsOn);
  return isOver ? undefined : date;
}

/** The dates from one place on, so many at most. */
export function datesFrom(rhythm: Rhythm, place: number, most: number): readonly PlainDate[] {
  const all = Array.from({ length: most }, (_, index) => dateAt(rhythm, place + index));
  return all.filter((date) => date !== undefined);
}

/** The place of the first date that is not before this day; what lies before it is not made up for. */
export function placeNotBefore(rhythm: Rhythm, day: PlainDate, from: number): number {
  let place = from;
  while (dateAt(rhythm, place)?.isBefore(day)) place += 1;
  return place;
}

/** Whether a place in the one is the same date in the other, as far as both go. */
export function isSameBeat(one: Rhythm | undefined, other: Rhythm | undefined): boolean {
  return one?.every === other?.every && one?.startsOn === other?.startsOn;
}
