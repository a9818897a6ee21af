import { describe, expect, it } from '@jest/globals';
import { proofOf } from './proof.js';

const counted = (more: object) => ({
  ...{ service: 'sales' as const, document: 'invoice', month: '2026-04' },
  ...{ due: 3, posted: 3, inFlight: 0, rejected: 0 },
  ...{ amountDue: '300.0000', amountPosted: '300.0000', fingerprint: '17' },
  ...more,
});
const entered = (more: object) => ({
  ...{ service: 'sales' as const, document: 'invoice', month: '2026-04' },
  ...{ entries: 3, amount: '300.0000', fingerprint: '17' },
  ...more,
});
const stateOf = (count: object, posting: object) => proofOf([counted(count)], [entered(posting)])[0]?.state;

describe('what the services have and what the ledger has', () => {
  it('is proved when both are the same', () => {
    expect(stateOf({}, {})).toBe('proved');
  });

  it.each([
    ['an entry is missing', {}, { entries: 2 }],
    ['an entry is too many', {}, { entries: 4 }],
    ['an amount is another', {}, { amount: '299.9900' }],
    ['as many are other documents', {}, { fingerprint: '18' }],
    ['the ledger refused one', { due: 4, rejected: 1 }, {}],
    ['the ledger refused one while another is in flight', { due: 5, rejected: 1, inFlight: 1 }, {}],
  ])('differs when %s', (_, count, posting) => {
    expect(stateOf(count, posting)).toBe('differs');
  });

  it('waits while one is in flight, whether or not its entry is there already', () => {
    const flying = { due: 4, inFlight: 1, amountDue: '400.0000' };
    expect(stateOf(flying, {})).toBe('waiting');
    expect(stateOf(flying, { entries: 4, amount: '400.0000', fingerprint: '20' })).toBe('waiting');
    expect(stateOf(flying, { entries: 5 })).toBe('differs');
  });

  it('differs where only one side knows of anything', () => {
    expect(proofOf([], [entered({})])).toMatchObject([{ due: 0, entries: 3, state: 'differs' }]);
    expect(proofOf([counted({})], [])).toMatchObject([{ due: 3, entries: 0, state: 'differs' }]);
    expect(proofOf([], [])).toEqual([]);
  });

  it('shows the newest month first', () => {
    const months = ['2026-03', '2026-05', '2026-04'].map((month) => counted({ month }));
    expect(proofOf(months, []).map(({ month }) => month)).toEqual(['2026-05', '2026-04', '2026-03']);
  });
});
