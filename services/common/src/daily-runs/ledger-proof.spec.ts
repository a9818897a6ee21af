import { describe, expect, test } from '@jest/globals';
import { LedgerWrong, proofOf } from './ledger-proof.js';

const balanced = { entries: 2, debits: '2360.00', credits: '2360.00', wrong: [] };

describe('the proof of the ledger', () => {
  test.each([
    [balanced, '2 entries balance: debits and credits of 2360.00'],
    [{ ...balanced, entries: 1 }, '1 entry balances: debits and credits of 2360.00'],
    [{ entries: 0, debits: '0.00', credits: '0.00', wrong: [] }, 'no entries yet'],
  ])('of %j says "%s"', (findings, proof) => {
    expect(proofOf(findings)).toBe(proof);
  });

  test.each([
    [{ ...balanced, credits: '2359.99' }, 'debits 2360.00, credits 2359.99'],
    [{ ...balanced, wrong: ['an-entry'] }, 'Entries that are wrong: an-entry'],
  ])('fails for %j', (findings, reason) => {
    expect(() => proofOf(findings)).toThrow(LedgerWrong);
    expect(() => proofOf(findings)).toThrow(reason);
  });
});
