import { describe, expect, it } from '@jest/globals';
import { nextCursors, oneTrail, type Round } from './trail-pages.js';

type Page = Round['pages'][number];

const page = (service: Page['service'], ids: readonly string[], nextCursor: string | null): Page => ({
  service,
  nextCursor,
  items: ids.map((id) => ({ id }) as Page['items'][number]),
});

const idsOf = (rounds: readonly Round[]): readonly string[] => oneTrail(rounds).map(({ id }) => id);

describe('the trails of several services', () => {
  const first: Round = {
    pages: [
      page('sales', ['9', '7'], 'more'),
      page('common', ['8', '2'], 'more'),
      page('payroll', ['1'], null),
    ],
    failed: [],
  };

  it('are one, the newest first, as far as nobody can still tell something newer', () => {
    expect(idsOf([first])).toEqual(['9', '8', '7']);
  });

  it('go on where each of them ended', () => {
    expect(nextCursors(first)).toEqual({ sales: 'more', common: 'more' });
    const second: Round = {
      pages: [page('sales', ['6', '3'], null), page('common', ['0'], null)],
      failed: [],
    };
    expect(idsOf([first, second])).toEqual(['9', '8', '7', '6', '3', '2', '1', '0']);
    expect(nextCursors(second)).toBeUndefined();
  });

  it('are shown without a service that has fallen silent', () => {
    const second: Round = { pages: [page('sales', ['3'], null)], failed: ['common'] };
    expect(idsOf([first, second])).toEqual(['9', '8', '7', '3', '2', '1']);
  });
});
