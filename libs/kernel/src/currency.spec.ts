import { describe, expect, it, test } from '@jest/globals';
import { currencyDecimals, CurrencyUnknown, isCurrency } from './currency.js';

describe('currencies', () => {
  test.each([
    ['INR', 2],
    ['USD', 2],
    ['JPY', 0],
    ['KWD', 3],
    ['CLF', 4],
  ])('%s has %i decimals', (code, decimals) => {
    expect(currencyDecimals(code)).toBe(decimals);
  });

  test.each(['inr', 'RUPEE', '', '₹', 'XXX', 'XAU', 'toString'])(
    '%j is not a currency of the books',
    (code) => {
      expect(isCurrency(code)).toBe(false);
      expect(() => currencyDecimals(code)).toThrow(CurrencyUnknown);
    },
  );

  it('include those of the neighbours and of the main partners in trade', () => {
    const codes = 'USD EUR GBP AED SAR SGD CNY JPY AUD NPR LKR BDT BTN MVR MMK'.split(' ');
    expect(codes.filter((code) => !isCurrency(code))).toEqual([]);
  });
});
