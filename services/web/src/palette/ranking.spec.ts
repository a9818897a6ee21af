import { describe, expect, it } from '@jest/globals';
import { rank, ranked } from './ranking.js';

describe('how well a label answers', () => {
  it.each([
    ['Trial balance', 'tri', 0],
    ['Trial balance', 'trial b', 0],
    ['Trial balance', 'bal', 1],
    ['Trial balance', 'bal tri', 1],
    ['Trial balance', 'tb', 2],
    ['Trial balance', 'ance', 3],
    ['Trial balance', '', 0],
    ['Trial balance', 'budget', undefined],
    ['बीजक', 'बी', 0],
  ])('%s for "%s": %s', (label, typed, expected) => {
    expect(rank(label, typed)).toBe(expected);
  });

  it('the best comes first, and equals keep their order', () => {
    const labels = ['New journal', 'Journals', 'Import journals', 'Reports'].map((label) => ({ label }));
    expect(ranked(labels, 'journal').map(({ label }) => label)).toEqual([
      'Journals',
      'New journal',
      'Import journals',
    ]);
  });
});
