import { expect, it } from '@jest/globals';
import { remindersSearch } from './reminder-search.js';

it('takes a state that there is, and nothing else', () => {
  expect(remindersSearch({ state: 'sent', q: 'x' })).toEqual({ state: 'sent' });
  expect(remindersSearch({ state: 'paid' })).toEqual({});
  expect(remindersSearch({})).toEqual({});
});
