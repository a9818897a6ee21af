import type { common } from '@dhanman/client';
import { describe, expect, it } from '@jest/globals';
import {
  balanced,
  balanceOf,
  blankLine,
  draftLines,
  isBlank,
  lineFrom,
  tidied,
  typed,
} from './draft-journal.js';

const accounts = [
  { code: '51730', name: 'Depreciation', partyKind: 'none' },
  { code: '11200', name: 'Accounts Receivable', partyKind: 'customer' },
] as unknown as readonly common.Account[];

const line = (fields: object) => ({ ...blankLine(), ...fields });

describe('a line of a journal', () => {
  it('is sent with the number of its account, one side, and an amount the books can read', () => {
    const written = line({ account: '51730 Depreciation', debit: '18,200', narration: ' April ' });
    const sent = { account: '51730', side: 'debit', amount: '18200.00', narration: 'April' };
    expect(lineFrom(written, accounts)).toEqual(sent);
  });

  it('names its party only where the account keeps one', () => {
    const party = { partyId: 'b405' };
    expect(lineFrom(line({ account: '11200', credit: '5', ...party }), accounts)).toMatchObject({
      ...{ side: 'credit', party: { kind: 'customer', id: 'b405' } },
    });
    expect(lineFrom(line({ account: '51730', credit: '5', ...party }), accounts)).not.toHaveProperty('party');
  });

  it('is sent as it was typed where it cannot be read, so that it is refused where it stands', () => {
    expect(lineFrom(line({ account: 'rent', debit: 'much' }), accounts)).toEqual({
      ...{ account: 'rent', side: 'debit', amount: 'much' },
    });
  });

  it('has one side: typing the other takes it away', () => {
    const typedTwice = typed(typed(blankLine(), 'debit', '5'), 'credit', '1.5L');
    expect(tidied(typedTwice, 'credit')).toMatchObject({ debit: '', credit: '1,50,000.00' });
    expect(isBlank(typedTwice)).toBe(false);
    expect(isBlank(blankLine())).toBe(true);
  });

  it('that was saved is shown again as it was', () => {
    const saved = { account: '51730', side: 'credit', amount: '150000.00' } as const;
    expect(draftLines([saved])[0]).toMatchObject({ account: '51730', debit: '', credit: '1,50,000.00' });
  });
});

it('the difference is that of what can be read, and one key puts it where it is missing', () => {
  const lines = [line({ debit: '18,200' }), line({ credit: '200' }), line({ debit: 'much' })];
  const { debit, credit, difference } = balanceOf(lines);
  expect([debit, credit, difference].map((one) => one.toJSON())).toEqual(['18200.00', '200.00', '18000.00']);
  const last = balanced(lines[2]!, lines);
  expect(last).toMatchObject({ debit: '', credit: '18,000.00' });
  expect(balanceOf([...lines.slice(0, 2), last]).difference.isZero).toBe(true);
  expect(balanced(lines[1]!, [line({ debit: '1' }), lines[1]!])).toMatchObject({ credit: '1.00' });
});
