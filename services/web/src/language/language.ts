import i18next, { type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '../preferences/preferences.js';
import { type Area, areas, type Sentences } from './areas.js';
import { en } from './en.js';
import { fetchFieldsIn } from './fields.js';
import { isMirrored } from './mirror.js';

declare module 'i18next' {
  interface CustomTypeOptions {
    readonly resources: { readonly translation: Sentences };
  }
}

/** How each language is called by those who speak it. */
export const nameOf: Readonly<Record<Language, string>> = { en: 'English', hi: 'हिन्दी' };

const writtenFrom: Readonly<Record<Language, Direction>> = { en: 'ltr', hi: 'ltr' };

export type Direction = 'ltr' | 'rtl';

/** From which side a language is read. */
export function directionOf(language: Language): Direction {
  return isMirrored() ? 'rtl' : writtenFrom[language];
}

/** The areas of the pages opened so far, and the language last asked for: what is on its way must be fetched in both. */
const opened = new Set<Area>(['frame']);
let wanted: Language = 'en';
const fetches = new Map<string, Promise<void>>();

export async function startLanguage(language: Language): Promise<i18n> {
  await i18next.use(initReactI18next).init({
    lng: 'en',
    // No language hides behind another: a missing sentence shows as its key, and is loud in tests.
    fallbackLng: false,
    resources: { en: { translation: en } },
    saveMissing: true,
    missingKeyHandler: ([spoken], _namespace, key) => {
      // eslint-disable-next-line no-console -- The only place to complain in a browser; tests fail on it.
      console.error(`No sentence "${key}" in "${spoken ?? ''}".`);
    },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  await speak(language);
  return i18next;
}

/** Changes every visible sentence, without a reload. */
export async function speak(language: Language): Promise<void> {
  wanted = language;
  await Promise.all([fetchFieldsIn(language), ...[...opened].map(async (area) => fetchOnce(area, language))]);
  if (wanted !== language) return;
  await i18next.changeLanguage(language);
  Object.assign(document.documentElement, { lang: language, dir: directionOf(language) });
  // Installed, the app is called what it is called here.
  document.querySelector('link[rel=manifest]')?.setAttribute('href', `/manifest.${language}.webmanifest`);
}

/** Fetches a page together with what it says. */
export function saying<Page>(area: Area, page: () => Promise<Page>): () => Promise<Page> {
  return async () => {
    opened.add(area);
    const languages = new Set([i18next.language as Language, wanted]);
    const sentences = [...languages].map(async (language) => fetchOnce(area, language));
    const [module] = await Promise.all([page(), ...sentences]);
    return module;
  };
}

async function fetchOnce(area: Area, language: Language): Promise<void> {
  const name = `${area} in ${language}`;
  const fetching = fetches.get(name) ?? fetchNow(area, language);
  fetches.set(name, fetching);
  await fetching.catch((error: unknown) => {
    // What failed once is asked for again.
    fetches.delete(name);
    throw error;
  });
}

async function fetchNow(area: Area, language: Language): Promise<void> {
  const sentences = await areas[area][language]();
  const shown = isMirrored() ? (await import('./pseudo.js')).asPseudo(sentences) : sentences;
  i18next.addResourceBundle(language, 'translation', shown, true, true);
}
