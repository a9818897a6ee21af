import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { type Area, areas } from './areas.js';

/** Names and abbreviations that are the same word in Hindi. */
const sameInHindi = /\b(?:IST|Ctrl|Enter|Esc|K|API|JavaScript|GSTIN|PAN|PDF)\b/g;

const source = join(import.meta.dirname, '..');
const names = Object.keys(areas) as Area[];
const dictionaries = {
  en: await Promise.all(names.map(async (area) => areas[area].en())),
  hi: await Promise.all(names.map(async (area) => areas[area].hi())),
};
const english = sentences(Object.assign({}, ...dictionaries.en) as object);
const hindi = sentences(Object.assign({}, ...dictionaries.hi) as object);

describe('the languages of the app', () => {
  it('no area says again what another says', () => {
    const all = dictionaries.en.flatMap((dictionary) => Object.keys(dictionary));
    expect(all.filter((key, index) => all.indexOf(key) !== index)).toEqual([]);
  });

  it.each(pagesOf())('the pages of $folder say only what comes with them', ({ folder, area }) => {
    const known = ['frame' as const, area].map((name) => dictionaries.en[names.indexOf(name)] ?? {});
    const own = new Set(known.flatMap((dictionary) => Object.keys(dictionary)));
    expect(saidIn(folder).filter((key) => english.has(key) && !own.has(key.split('.')[0] ?? ''))).toEqual([]);
  });

  it('Hindi answers every key of English and no other', () => {
    expect([...hindi.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it('a sentence takes the same values in both languages', () => {
    expect(breaking(english, (sentence, key) => sameValues(sentence, hindi.get(key) ?? ''))).toEqual([]);
  });

  it('no English word is left in Hindi, and no Hindi in English', () => {
    expect(breaking(hindi, (sentence) => !/[A-Za-z]/.test(wordsOnly(sentence)))).toEqual([]);
    expect(breaking(english, (sentence) => !/[\u0900-\u097F]/.test(sentence))).toEqual([]);
  });

  it('every key says something', () => {
    const saysSomething = (sentence: string): boolean => sentence !== '' && sentence.trim() === sentence;
    expect(breaking(english, saysSomething)).toEqual([]);
    expect(breaking(hindi, saysSomething)).toEqual([]);
  });

  it('nothing begs, boasts or blames', () => {
    const isCalm = (sentence: string): boolean =>
      !/\b(?:please|oops|successfully|invalid)\b|कृपया|अमान्य/i.test(sentence);
    expect(breaking(english, isCalm)).toEqual([]);
    expect(breaking(hindi, isCalm)).toEqual([]);
  });
});

/** Which area's sentences are fetched with the pages of a folder, as the routes tell it. */
function pagesOf(): readonly { readonly folder: string; readonly area: Area }[] {
  const routes = readdirSync(source).filter((file) => /rout/.test(file));
  const pages = routes.flatMap((file) => [
    ...readFileSync(join(source, file), 'utf8').matchAll(
      /saying\(\s*'(\w+)',\s*\(\) =>\s*import\('(\S+)'\)/g,
    ),
  ]);
  const pairs = pages.map(([, area = '', page = '']) => `${dirname(page)} ${area}`);
  return [...new Set(pairs)].map((pair) => {
    const [folder = '', area] = pair.split(' ');
    return { folder, area: area as Area };
  });
}

function saidIn(folder: string): readonly string[] {
  return readdirSync(join(source, folder))
    .filter((file) => /\.tsx?$/.test(file))
    .flatMap((file) => [
      ...readFileSync(join(source, folder, file), 'utf8').matchAll(/'([a-z]\w*(?:\.[\w-]+)+)'/gi),
    ])
    .map(([, key = '']) => key);
}

function sentences(dictionary: object, prefix = ''): ReadonlyMap<string, string> {
  const entries = Object.entries(dictionary).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'string'
      ? [[prefix + key, value] as const]
      : [...sentences(value as object, `${prefix}${key}.`)],
  );
  return new Map(entries);
}

/** The keys whose sentence does not hold to the rule. */
function breaking(
  language: ReadonlyMap<string, string>,
  holds: (sentence: string, key: string) => boolean,
): readonly string[] {
  return [...language].filter(([key, sentence]) => !holds(sentence, key)).map(([key]) => key);
}

function sameValues(one: string, other: string): boolean {
  return valuesIn(one).join() === valuesIn(other).join();
}

function valuesIn(sentence: string): readonly string[] {
  return [...sentence.matchAll(/\{\{\w+\}\}|<\/?\w+>/g)].map(([value]) => value).sort();
}

function wordsOnly(sentence: string): string {
  return sentence.replaceAll(/\{\{\w+\}\}|<\/?\w+>/g, '').replaceAll(sameInHindi, '');
}
