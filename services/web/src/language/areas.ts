import type { administrationInEnglish } from './en-administration.js';
import type { accountsInEnglish } from './en-accounts.js';
import type { keysInEnglish } from './en-keys.js';
import type { homeInEnglish } from './en-home.js';
import type { salesInEnglish } from './en-sales.js';
import { en } from './en.js';

export type Sentences = typeof en &
  typeof accountsInEnglish &
  typeof administrationInEnglish &
  typeof homeInEnglish &
  typeof keysInEnglish &
  typeof salesInEnglish;

/** What the frame says comes in English with the app; everything else is fetched with the first page that says it. */
export const areas = {
  frame: {
    en: async () => Promise.resolve(en),
    hi: async () => (await import('./hi.js')).hi,
  },
  home: {
    en: async () => (await import('./en-home.js')).homeInEnglish,
    hi: async () => (await import('./hi-home.js')).homeInHindi,
  },
  keys: {
    en: async () => (await import('./en-keys.js')).keysInEnglish,
    hi: async () => (await import('./hi-keys.js')).keysInHindi,
  },
  sales: {
    en: async () => (await import('./en-sales.js')).salesInEnglish,
    hi: async () => (await import('./hi-sales.js')).salesInHindi,
  },
  accounts: {
    en: async () => (await import('./en-accounts.js')).accountsInEnglish,
    hi: async () => (await import('./hi-accounts.js')).accountsInHindi,
  },
  administration: {
    en: async () => (await import('./en-administration.js')).administrationInEnglish,
    hi: async () => (await import('./hi-administration.js')).administrationInHindi,
  },
} as const;

export type Area = keyof typeof areas;
