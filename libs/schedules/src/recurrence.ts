import { instantAt, PlainDate, type Weekday } from '@dhanman/kernel';

/** Every day, every week on a weekday, or every month on a day; `at` a time of day on the clocks of a zone. */
export type Recurrence =
  | { readonly every: 'day'; readonly at: string }
  | { readonly every: 'week'; readonly on: Weekday; readonly at: string }
  | { readonly every: 'month'; readonly on: number; readonly at: string };

export interface Occurrence {
  /** The due time as the clocks show it: the name of the work, the same for everyone who computes it. */
  readonly period: string;
  readonly dueAt: Date;
}

interface Times {
  readonly recurrence: Recurrence;
  readonly timeZone: string;
}

/**
 * The first occurrence after an instant. A day has one, also when its clocks show the time twice or leave it out; a
 * month without a 31st has its last day instead; a day that a zone left out of its calendar has none.
 */
export function firstAfter(after: Date, { recurrence, timeZone }: Times): Occurrence {
  const { at } = recurrence;
  // A time that is left out around midnight comes on the day after its own.
  for (let day = PlainDate.at(after, timeZone).addDays(-1); ; day = day.addDays(1)) {
    if (!isDayOf(recurrence, day)) continue;
    const dueAt = instantAt(day, at, timeZone);
    const exists = dueAt < instantAt(day.addDays(1), at, timeZone);
    if (exists && dueAt > after) return { period: `${day.toString()}T${at}`, dueAt };
  }
}

/** What has become due after one instant until another, in order; at most so many. */
export function dueBetween(after: Date, until: Date, times: Times, most: number): readonly Occurrence[] {
  const due: Occurrence[] = [];
  let next = firstAfter(after, times);
  while (next.dueAt <= until && due.length < most) {
    due.push(next);
    next = firstAfter(next.dueAt, times);
  }
  return due;
}

/** The alarm for a recurrence. It may go off too often, but never too seldom: what is due is computed, not rung. */
export function patternOf(recurrence: Recurrence): string {
  const [hour, minute] = recurrence.at.split(':').map(Number);
  const time = `${String(minute)} ${String(hour)}`;
  if (recurrence.every === 'day') return `${time} * * *`;
  if (recurrence.every === 'week') return `${time} * * ${recurrence.on % 7}`;
  return `${time} ${recurrence.on > 28 ? '28-31' : String(recurrence.on)} * *`;
}

function isDayOf(recurrence: Recurrence, day: PlainDate): boolean {
  if (recurrence.every === 'day') return true;
  if (recurrence.every === 'week') return day.weekday === recurrence.on;
  return day.day === Math.min(recurrence.on, day.endOfMonth().day);
}
