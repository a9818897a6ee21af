import { expect, it } from '@jest/globals';
import { parsePreferences } from './preferences.js';

const defaults = {
  colorScheme: 'auto',
  contrast: 'auto',
  density: 'auto',
  language: 'en',
  sidebar: 'open',
  keys: 'on',
};

it.each([null, '', 'not json', 'null', '7', '[]', '{"colorScheme":"sepia","language":7}'])(
  'falls back to following the device when %p is kept',
  (kept) => {
    expect(parsePreferences(kept, ['fr-FR'])).toEqual(defaults);
  },
);

it('keeps each known choice and replaces only the unknown one', () => {
  const kept = JSON.stringify({ colorScheme: 'dark', language: 'hi', density: 'tiny', sidebar: 'rail' });
  expect(parsePreferences(kept, [])).toEqual({
    ...defaults,
    colorScheme: 'dark',
    language: 'hi',
    sidebar: 'rail',
  });
});

it.each([
  [['hi-IN', 'en-IN'], 'hi'],
  [['fr', 'HI'], 'hi'],
  [['en-IN', 'hi-IN'], 'en'],
  [['mr-IN'], 'en'],
  [[], 'en'],
])('a device that speaks %j starts in %s', (spoken, language) => {
  expect(parsePreferences(null, spoken).language).toBe(language);
});
