import type { RequestRefused } from '@dhanman/client';
import i18next from 'i18next';
import { formatRupees } from '../formats/amount.js';
import { formatDate } from '../formats/date.js';
import type { Language } from '../preferences/preferences.js';

type Complaint = Omit<NonNullable<RequestRefused['problem']['errors']>[number], 'path'>;

/** Services say in English what is wrong with a field; this is who says it in the other languages. */
const translations: Readonly<
  Record<Exclude<Language, 'en'>, () => Promise<Readonly<Record<string, string>>>>
> = { hi: async () => (await import('./hi-fields.js')).fieldsInHindi };

const known = new Map<string, Readonly<Record<string, string>>>();

/** Fetches what fields say in a language, before it is spoken. */
export async function fetchFieldsIn(language: Language): Promise<void> {
  if (language !== 'en' && !known.has(language)) known.set(language, await translations[language]());
}

/** What a service found wrong with a field, in the language of the app. A code that is newer than the app gets no English. */
export function wordsFor({ code, message, details = {} }: Complaint): string {
  const words = known.get(i18next.language);
  if (!words) return message;
  const elsewhere = i18next.getResource(i18next.language, 'translation', `problem.code.${code}`) as unknown;
  const sentence = words[code] ?? (typeof elsewhere === 'string' ? elsewhere : i18next.t('form.otherValue'));
  return filled(sentence, details);
}

/** Days and amounts as they are written everywhere in the app. */
function filled(sentence: string, details: Readonly<Record<string, unknown>>): string {
  return sentence.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => asWritten(details[name]));
}

function asWritten(value: unknown): string {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return '';
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return formatDate(value);
  return /^-?\d+\.\d\d$/.test(value) ? formatRupees(value) : value;
}
