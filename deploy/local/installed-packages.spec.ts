import { describe, expect, test } from '@jest/globals';
import { matches } from './installed-packages.ts';

const lock = {
  packages: {
    '': {},
    'node_modules/nest': { version: '12.1.1' },
    'node_modules/core-darwin': { version: '1.0.0', optional: true },
  },
};

describe('node_modules', () => {
  test('is up to date when only optional packages of other platforms are absent', () => {
    expect(matches(lock, { packages: { 'node_modules/nest': { version: '12.1.1' } } })).toBe(true);
  });

  test('is out of date when a version differs, a package is absent or one is left over', () => {
    expect(matches(lock, { packages: { 'node_modules/nest': { version: '12.0.0' } } })).toBe(false);
    expect(matches(lock, { packages: {} })).toBe(false);
    const leftOver = { 'node_modules/nest': { version: '12.1.1' }, 'node_modules/old': { version: '1.0.0' } };
    expect(matches(lock, { packages: leftOver })).toBe(false);
  });
});
