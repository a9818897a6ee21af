import type { Language } from '../preferences/preferences.js';

// Times are India's wherever the screen stands, so that two people on the phone read the same clock.
const zone = 'Asia/Kolkata';
const zoneName = 'IST';

/** `05-04-2026 18:04 IST` */
export function formatInstant(epochMs: number): string {
  const { day, month, year, hour, minute } = partsOf(epochMs);
  return `${day}-${month}-${year} ${hour}:${minute} ${zoneName}`;
}

/** `18:04:09`, for things of the last minutes. */
export function formatTimeOfDay(epochMs: number): string {
  const { hour, minute, second } = partsOf(epochMs);
  return `${hour}:${minute}:${second}`;
}

/** `5 seconds ago`, `2 घंटे पहले`: for ages under a day, after which a date says more. */
export function formatAge(ageMs: number, language: Language): string {
  const seconds = Math.max(0, Math.round(ageMs / 1000));
  const format = new Intl.RelativeTimeFormat(`${language}-IN`, { numeric: 'always' });
  if (seconds < 60) return format.format(-seconds, 'second');
  if (seconds < 3600) return format.format(-Math.floor(seconds / 60), 'minute');
  return format.format(-Math.floor(seconds / 3600), 'hour');
}

type Part = 'day' | 'month' | 'year' | 'hour' | 'minute' | 'second';

const parts = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

function partsOf(epochMs: number): Readonly<Record<Part, string>> {
  const found = parts.formatToParts(epochMs).map(({ type, value }) => [type, value]);
  return Object.fromEntries(found) as Record<Part, string>;
}
