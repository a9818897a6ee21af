import { expect, test } from '@jest/globals';
import { nameOf, sentAs, unsentIn } from './unsent.js';

const place = { personId: 'asha', organizationId: 'sahyadri', companyId: 'pune', document: 'invoice' };

test('each person, organization, company and document has a place of its own', () => {
  const others = Object.keys(place).map((part) => nameOf({ ...place, [part]: 'another' }));
  expect(new Set([nameOf(place), ...others]).size).toBe(5);
});

test('what was kept is read again', () => {
  const unsent = { at: 7, typed: { lines: [] }, sent: { content: '{}', key: 'k' } };
  expect(unsentIn(JSON.stringify(unsent))).toEqual(unsent);
});

test.each([null, '', 'not JSON', '[]', '7', '{"at":"now"}'])('%s was not kept by us', (text) => {
  expect(unsentIn(text)).toBeUndefined();
});

test('a key that is none is not used', () => {
  expect(unsentIn('{"at":7,"typed":{},"sent":{"key":7}}')).toEqual({ at: 7, typed: {} });
});

test('the same content goes under the same key, another under another', () => {
  const first = sentAs('a', undefined, () => 'one');
  expect(sentAs('a', first, () => 'two').key).toBe('one');
  expect(sentAs('b', first, () => 'two').key).toBe('two');
});
