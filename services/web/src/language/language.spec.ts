import { describe, expect, it } from '@jest/globals';
import { en } from './en.js';
import { hi } from './hi.js';

/** Names and abbreviations that are the same word in Hindi. */
const sameInHindi = /\b(?:IST|API|JavaScript|GSTIN|PAN|PDF)\b/g;

const english = sentences(en);
const hindi = sentences(hi);

describe('the languages of the app', () => {
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
