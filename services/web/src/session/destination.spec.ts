import { expect, it } from '@jest/globals';
import { destinationIn } from './destination.js';

it('after signing in one goes to a page of this app', () => {
  expect(destinationIn('/people?show=invited')).toBe('/people?show=invited');
});

it.each([
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  'javascript:alert(1)',
  '',
  7,
  undefined,
])('and never to %p', (to) => {
  expect(destinationIn(to)).toBeUndefined();
});
