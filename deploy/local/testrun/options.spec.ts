import { expect, it } from '@jest/globals';
import { resolve } from 'node:path';
import { parseOptions, stepNames, WrongOption } from './options.ts';

const root = resolve(import.meta.dirname, '../../..');
const parse = (...words: string[]) => parseOptions(words, root);

it('without words everything runs, from the cache where it can', () => {
  expect(parse()).toEqual({ packages: [], only: [], cache: true });
});

it('packages are named as their folder or as npm knows them', () => {
  const sales = { name: 'sales', path: 'services/sales' };
  expect(parse('sales', '@dhanman/kernel', 'deploy').packages).toEqual([
    sales,
    { name: 'kernel', path: 'libs/kernel' },
    { name: 'deploy', path: 'deploy' },
  ]);
});

it('steps are a list, once or several times', () => {
  expect(parse('--only', 'rules,lint').only).toEqual(['rules', 'lint']);
  expect(parse('--only=types', '--only', 'format', '--no-cache')).toEqual({
    packages: [],
    only: ['types', 'format'],
    cache: false,
  });
});

it.each([
  ['selas', '"selas" is not a package'],
  ['../etc', '"../etc" is not a package'],
  ['--only=rule', '"rule" is not a step'],
  ['--only', '"" is not a step'],
  ['--fast', '"--fast" is not an option'],
])('%s is refused, not ignored', (word, message) => {
  expect(() => parse(word)).toThrow(WrongOption);
  expect(() => parse(word)).toThrow(message);
});

it('every step can be asked for', () => {
  expect(parse('--only', stepNames.join(',')).only).toEqual(stepNames);
});
