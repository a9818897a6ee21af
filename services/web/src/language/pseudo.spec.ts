import { expect, it } from '@jest/globals';
import { asPseudo } from './pseudo.js';

it('says everything in a longer way, and what is filled in keeps its place', () => {
  const said = asPseudo({ list: { more: 'Load more' }, from: '{{count}} of {{all}} bills' });
  expect(said).toEqual({
    list: { more: '\u200FLóád móré lóngér\u200F' },
    from: '\u200F{{count}} óf {{all}} bílls lóngér lóngér\u200F',
  });
});

it('grows each sentence by two fifths at least', () => {
  const text = 'What changes in the company is asked for again as it changes.';
  const [said = ''] = Object.values(asPseudo({ text }));
  expect(said.length).toBeGreaterThanOrEqual(text.length * 1.4);
});
