import i18next, { type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '../preferences/preferences.js';
import { en } from './en.js';

declare module 'i18next' {
  interface CustomTypeOptions {
    readonly resources: { readonly translation: typeof en };
  }
}

/** English comes with the app; another language is fetched when somebody speaks it. */
const fetched = {
  hi: async () => (await import('./hi.js')).hi,
} as const;

/** How each language is called by those who speak it. */
export const nameOf: Readonly<Record<Language, string>> = { en: 'English', hi: 'हिन्दी' };

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
  if (language !== 'en' && !i18next.hasResourceBundle(language, 'translation')) {
    i18next.addResourceBundle(language, 'translation', await fetched[language]());
  }
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}
