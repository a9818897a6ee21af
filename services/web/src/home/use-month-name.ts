import { usePreferences } from '../preferences/preference-store.js';

/** The name of the month in which a day lies, in the language spoken. */
export function useMonthName(): (day: string, length: 'short' | 'long') => string {
  const { language } = usePreferences();
  return (day, length) => {
    const year = length === 'long' ? ({ year: 'numeric' } as const) : {};
    const words = new Intl.DateTimeFormat(`${language}-IN`, { month: length, timeZone: 'UTC', ...year });
    return words.format(new Date(`${day}T00:00:00Z`));
  };
}
