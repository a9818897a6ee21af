import { describe, expect, test } from '@jest/globals';
import { explain, Obstacle } from './obstacle.ts';

const systemError = (code: string, path?: string): Error => Object.assign(new Error(code), { code, path });

describe('an error that ends a command', () => {
  test('is a plain sentence when the person can change it', () => {
    expect(explain(new Obstacle('Stop the other one.'))).toBe('Stop the other one.');
  });

  test.each([
    ['ENOSPC', /disk is full/],
    ['EROFS', /read-only/],
    ['EACCES', /Not allowed to use \/data\/x/],
  ])('of the system says what to do: %s', (code, sentence) => {
    const text = explain(systemError(code, '/data/x'));
    expect(text).toMatch(sentence);
    expect(text).not.toMatch(/\bat \w+ \(/);
  });

  test('of our own making keeps its stack', () => {
    expect(explain(new TypeError('oops'))).toMatch(/TypeError: oops\n +at /);
  });
});
