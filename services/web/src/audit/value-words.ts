import { useTranslation } from 'react-i18next';
import { formatDate } from '../formats/date.js';
import { formatAmount } from '../formats/amount.js';
import { formatInstant } from '../formats/instant.js';
import { isNothing } from './changed-values.js';
import type { Names } from './use-names.js';

interface ValueWords {
  readonly fieldOf: (path: readonly string[]) => string;
  readonly valueOf: (value: unknown) => string;
}

/** Fields and values of the trail as a person reads them. */
export function useValueWords(names: Names): ValueWords {
  const { t } = useTranslation();
  const known: Readonly<Record<string, string>> = t('audit.fields', { returnObjects: true });
  return {
    fieldOf: (path) => path.map((name) => known[name] ?? spaced(name)).join(' › '),
    valueOf: (value) => {
      if (isNothing(value)) return '–';
      if (typeof value === 'boolean') return t(value ? 'audit.yes' : 'audit.no');
      return names.get(String(value)) ?? written(String(value));
    },
  };
}

/** `financialYearStartMonth` → `Financial year start month` */
export function spaced(name: string): string {
  const words = name.replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Days, times and amounts as everywhere in the app; of an id as much as tells one from another. */
export function written(text: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return formatDate(text);
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(text)) return formatInstant(Date.parse(text));
  if (/^-?\d+\.\d{2}$/.test(text)) return formatAmount(text);
  if (/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(text)) return `…${text.slice(-6)}`;
  return text;
}
