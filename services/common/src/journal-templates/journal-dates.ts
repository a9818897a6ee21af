import type { JournalRecurrence } from '@dhanman/contracts';
import { PlainDate } from '@dhanman/kernel';

const months = { month: 1, quarter: 3, 'half-year': 6, year: 12 } as const;

/**
 * The date with this number, from 0 on. Each is counted from the first, so that a 31st that fell on 28 February is the 31st
 * again in March.
 */
export function dateAt(
  { every, startsOn, endsOn, times }: JournalRecurrence,
  place: number,
): PlainDate | undefined {
  const first = PlainDate.parse(startsOn);
  const date = every === 'week' ? first.addDays(7 * place) : first.addMonths(months[every] * place);
  const isOver = place >= (times ?? Infinity) || (endsOn !== undefined && date.toString() > endsOn);
  return isOver ? undefined : date;
}

/** The dates from one place on, so many at most. */
export function datesFrom(recurrence: JournalRecurrence, place: number, most: number): readonly PlainDate[] {
  const all = Array.from({ length: most }, (_, index) => dateAt(recurrence, place + index));
  return all.filter((date) => date !== undefined);
}

/** The place of the first date that is not before this day; what lies before it is not made up for. */
export function placeNotBefore(recurrence: JournalRecurrence, day: PlainDate, from: number): number {
  let place = from;
  while (dateAt(recurrence, place)?.isBefore(day)) place += 1;
  return place;
}

export function reversalOf({ reverses }: JournalRecurrence, on: PlainDate): PlainDate | undefined {
  return reverses === 'next-month' ? on.endOfMonth().addDays(1) : undefined;
}
