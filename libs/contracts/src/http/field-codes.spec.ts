import { describe, expect, it } from '@jest/globals';
import * as contracts from '../index.js';

describe('what a schema says of a field', () => {
  it('has a code for every sentence of the contracts, so that it can be said in another language', () => {
    const sentences = sentencesOf(contracts);
    expect(sentences.size).toBeGreaterThan(30);
    expect([...sentences].filter((sentence) => !(sentence in contracts.sentenceCodes))).toEqual([]);
  });

  it('has no code for what nobody says any more', () => {
    const sentences = sentencesOf(contracts);
    expect(Object.keys(contracts.sentenceCodes).filter((sentence) => !sentences.has(sentence))).toEqual([]);
  });
});

interface Definition {
  readonly error?: (issue: object) => unknown;
  readonly getter?: () => unknown;
}

/** Every sentence that a schema somewhere in these was given instead of the library's own. */
function sentencesOf(all: object): ReadonlySet<string> {
  const seen = new Set<object>();
  const found = new Set<string>();
  const look = (value: unknown): void => {
    if (!isObject(value) || seen.has(value)) return;
    seen.add(value);
    const definition = definitionOf(value);
    const sentence = definition?.error?.({ code: 'custom' });
    if (typeof sentence === 'string') found.add(sentence);
    innerOf(definition ?? value).forEach(look);
  };
  look(all);
  return found;
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** A schema that names itself gives what it holds only when asked. */
function innerOf(value: Definition): readonly unknown[] {
  const { getter } = value;
  return [...Object.values(value), ...(typeof getter === 'function' ? [getter()] : [])];
}

/** Schemas and their checks say what they are in the same place. */
function definitionOf(value: object): Definition | undefined {
  return '_zod' in value ? (value as { readonly _zod: { readonly def: Definition } })._zod.def : undefined;
}
