import { DomainError } from './domain-error.js';
import { PlainDate } from './plain-date.js';

export class TimeNotReal extends DomainError {
  constructor(text: string) {
    super('invalid', 'time-not-real', `"${text.slice(0, 40)}" is not a time of day such as 02:30.`);
  }
}

const timeOfDay = /^([01]\d|2[0-3]):([0-5]\d)$/;
const dayMs = 86_400_000;

/**
 * The instant at which clocks of a time zone show this time on this day. A time that the clocks show twice means the
 * first; one that they leave out when they are put forward is as much later as they are.
 */
export function instantAt(date: PlainDate, time: string, zone: string): Date {
  const [, hour, minute] = timeOfDay.exec(time) ?? [];
  if (hour === undefined || minute === undefined) throw new TimeNotReal(time);
  const wall = utc(date.year, date.month, date.day) + (Number(hour) * 60 + Number(minute)) * 60_000;
  const [before, after] = [offsetAt(wall - dayMs, zone), offsetAt(wall + dayMs, zone)];
  const found = [wall - before, wall - after].filter((at) => at + offsetAt(at, zone) === wall);
  return new Date(found.length > 0 ? Math.min(...found) : wall - before);
}

/** How far the clocks of the zone are ahead of UTC at an instant, in milliseconds. */
function offsetAt(instant: number, zone: string): number {
  const parts = new Map(
    timeFormat(zone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  const seconds = part('hour') * 3_600 + part('minute') * 60 + part('second');
  const shown = utc(part('year'), part('month'), part('day')) + seconds * 1_000;
  return shown - Math.floor(instant / 1_000) * 1_000;
}

/** `Date.UTC` takes the years 0 to 99 for 1900 to 1999. */
function utc(year: number, month: number, day: number): number {
  return PlainDate.of(1970, 1, 1).daysUntil(PlainDate.of(year, month, day)) * dayMs;
}

const timeFormats = new Map<string, Intl.DateTimeFormat>();

function timeFormat(zone: string): Intl.DateTimeFormat {
  let format = timeFormats.get(zone);
  if (!format) {
    // Asked first, because it names a zone that is not known.
    PlainDate.at(new Date(0), zone);
    const day = { year: 'numeric', month: 'numeric', day: 'numeric' } as const;
    const time = { hour: 'numeric', minute: 'numeric', second: 'numeric', hourCycle: 'h23' } as const;
    const calendar = { calendar: 'gregory', numberingSystem: 'latn' } as const;
    format = new Intl.DateTimeFormat('en', { timeZone: zone, ...calendar, ...day, ...time });
    timeFormats.set(zone, format);
  }
  return format;
}
