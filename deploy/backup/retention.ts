// Which backups are kept: the last of each of so many days, weeks, months and years that have one.
export interface Kept {
  readonly daily: number;
  readonly weekly: number;
  readonly monthly: number;
  readonly yearly: number;
}

export const kept: Kept = { daily: 7, weekly: 4, monthly: 12, yearly: 3 };

export interface Base {
  /** When it was whole: it can be brought to this moment and to every one after it. */
  readonly finishedAt: string;
}

/** Those that may go. The newest is never among them. */
export function superfluous<B extends Base>(bases: readonly B[], rule: Kept = kept): readonly B[] {
  const newestFirst = [...bases].sort((one, other) => other.finishedAt.localeCompare(one.finishedAt));
  const stays = new Set(newestFirst.slice(0, 1));
  for (const [period, count] of Object.entries(rule) as [keyof Kept, number][])
    for (const base of lastOfEach(newestFirst, periods[period], count)) stays.add(base);
  return newestFirst.filter((base) => !stays.has(base));
}

/**
 * The first segment of the log that a point in time still needs: everything from the oldest backup of a day on. Older
 * backups are brought to the moment they were whole and no further, and keep the segments of their own.
 */
export function oldestOfDays<B extends Base>(bases: readonly B[], rule: Kept = kept): B | undefined {
  const newestFirst = [...bases].sort((one, other) => other.finishedAt.localeCompare(one.finishedAt));
  return lastOfEach(newestFirst, periods.daily, rule.daily).at(-1);
}

const periods: Readonly<Record<keyof Kept, (at: string) => string>> = {
  daily: (at) => at.slice(0, 10),
  weekly: weekOf,
  monthly: (at) => at.slice(0, 7),
  yearly: (at) => at.slice(0, 4),
};

function lastOfEach<B extends Base>(
  newestFirst: readonly B[],
  periodOf: (at: string) => string,
  count: number,
): readonly B[] {
  const last = new Map<string, B>();
  for (const base of newestFirst) {
    const period = periodOf(base.finishedAt);
    if (!last.has(period)) last.set(period, base);
  }
  return [...last.values()].slice(0, count);
}

/** The Monday it begins with. */
function weekOf(at: string): string {
  const day = new Date(`${at.slice(0, 10)}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7));
  return day.toISOString().slice(0, 10);
}
