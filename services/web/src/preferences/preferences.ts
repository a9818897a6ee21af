/** What a person chose for this device. `auto` follows the device. */
export interface Preferences {
  readonly colorScheme: 'auto' | 'light' | 'dark';
  readonly contrast: 'auto' | 'more';
  readonly density: 'auto' | 'comfortable' | 'compact';
  readonly language: Language;
  readonly sidebar: 'open' | 'rail';
  /** Whether a letter alone does something; who speaks to the device switches that off. */
  readonly keys: 'on' | 'off';
}

export const languages = ['en', 'hi'] as const;
export type Language = (typeof languages)[number];

/** What was chosen of them, in a form. */
export function languageIn(text: string | undefined): Language | undefined {
  return languages.find((one) => one === text);
}

export const choices: { readonly [Key in keyof Preferences]: readonly Preferences[Key][] } = {
  colorScheme: ['auto', 'light', 'dark'],
  contrast: ['auto', 'more'],
  density: ['auto', 'comfortable', 'compact'],
  language: languages,
  sidebar: ['open', 'rail'],
  keys: ['on', 'off'],
};

/**
 * Reads what is kept on the device, which an older version, another tab or a person may have written: each value that
 * is not one of today's choices falls back alone.
 */
export function parsePreferences(kept: string | null, spoken: readonly string[]): Preferences {
  const values = objectIn(kept);
  const pick = <Key extends keyof Preferences>(key: Key, fallback: Preferences[Key]): Preferences[Key] => {
    const known: readonly Preferences[Key][] = choices[key];
    return known.find((choice) => choice === values[key]) ?? fallback;
  };
  return {
    colorScheme: pick('colorScheme', 'auto'),
    contrast: pick('contrast', 'auto'),
    density: pick('density', 'auto'),
    language: pick('language', languageOf(spoken)),
    sidebar: pick('sidebar', 'open'),
    keys: pick('keys', 'on'),
  };
}

/** The first of the device's languages that we speak. */
function languageOf(spoken: readonly string[]): Language {
  const primary = spoken.map((tag) => tag.toLowerCase().split('-')[0]);
  return primary.flatMap((tag) => languages.filter((language) => language === tag))[0] ?? 'en';
}

function objectIn(text: string | null): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text ?? '');
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
