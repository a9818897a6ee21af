import { describe, expect, it, test } from '@jest/globals';
import { Money } from '../money.js';
import { PlainDate } from '../plain-date.js';
import { Quantity } from '../quantity.js';
import { type ExemptionView, taxableContribution } from './society.js';
import type { Supply } from './supply.js';
import { tax } from './tax.js';
import type { LineToTax } from './tax-document.js';

const inr = (text: string): Money => Money.parse(text, 'INR');
const large = inr('2500000');
const small = inr('2000000');

function facts(change: object = {}): Parameters<typeof taxableContribution>[1] {
  return {
    on: PlainDate.parse('2026-06-01'),
    state: '27',
    turnover: large,
    view: 'whole',
    months: 1,
    ...change,
  };
}

describe('the exemption of a society', () => {
  test.each<[string, string, object, string]>([
    ['at the limit nothing', '7500', {}, '0.00'],
    ['above the limit the whole', '9000', {}, '9000.00'],
    ['above the limit but a small society nothing', '9000', { turnover: small }, '0.00'],
    ['below the limit of a small society nothing', '7500', { turnover: small }, '0.00'],
    ['by the view of the court only the excess', '9000', { view: 'excess' }, '1500.00'],
    ['a quarter above three limits', '24000', { months: 3 }, '24000.00'],
    ['a quarter at three limits', '22500', { months: 3 }, '0.00'],
    ['before 25 January 2018 the lower limit', '7500', { on: PlainDate.parse('2018-01-24') }, '7500.00'],
    ['from 25 January 2018 the higher limit', '7500', { on: PlainDate.parse('2018-01-25') }, '0.00'],
    ['in a state with the lower threshold', '9000', { turnover: inr('1500000'), state: '14' }, '9000.00'],
  ])('%s is taxed', (_, amount, change, taxable) => {
    expect(taxableContribution(inr(amount), facts(change)).taxable.toJSON()).toBe(taxable);
  });
});

describe('the bill of a society', () => {
  function bill(
    amounts: readonly Partial<LineToTax & { amount: string }>[],
    view: ExemptionView,
    turnover = large,
  ) {
    const lines = amounts.map(({ amount = '0', ...rest }): LineToTax => ({
      ...{
        quantity: Quantity.parse('1', 'NOS'),
        price: inr(amount),
        treatment: 'taxable',
        ratePercent: '18',
      },
      ...{ contributionOf: 'A-101', ...rest },
    }));
    const supply: Supply = {
      on: PlainDate.parse('2026-06-01'),
      supplier: { standing: 'regular', state: '27' },
      recipient: { standing: 'unregistered', state: '29' },
      propertyIn: '27',
    };
    return tax({ supply, currency: 'INR', lines, society: { turnover, view, months: 1 } });
  }

  test.each<[string, string, ExemptionView, Money, [string, string]]>([
    ['a', '5148', 'whole', large, ['0.00', '5148.00']],
    ['b', '7500', 'whole', large, ['0.00', '7500.00']],
    ['c', '8000', 'whole', large, ['720.00', '9440.00']],
    ['d', '8000', 'excess', large, ['45.00', '8090.00']],
    ['e', '8000', 'whole', small, ['0.00', '8000.00']],
    ['of 9,000', '9000', 'whole', large, ['810.00', '10620.00']],
    ['of 9,000, only the excess', '9000', 'excess', large, ['135.00', '9270.00']],
  ])('%s', (_, ...[amount, view, turnover, halfAndTotal]) => {
    const taxed = bill([{ amount }], view, turnover);
    const cgst = taxed.taxes.find(({ kind }) => kind === 'cgst')?.amount.toJSON();
    expect([cgst, taxed.total.toJSON()]).toEqual(halfAndTotal);
  });

  it('tests all heads of a flat together, and two flats of one member apart', () => {
    const together = bill([{ amount: '6000' }, { amount: '2000' }], 'whole');
    expect(together.total.toJSON()).toBe('9440.00');
    const apart = bill([{ amount: '7500' }, { amount: '7500', contributionOf: 'A-102' }], 'whole');
    expect(apart.total.toJSON()).toBe('15000.00');
  });

  it('leaves dues that are passed on outside the limit', () => {
    const passedOn: Partial<LineToTax> & { amount: string } = { amount: '5000', treatment: 'non-gst' };
    const taxed = bill([{ amount: '7000' }, passedOn], 'whole');
    expect(taxed.total.toJSON()).toBe('12000.00');
  });

  it('shares the excess out over the heads, and says why', () => {
    const taxed = bill([{ amount: '6000' }, { amount: '2000' }], 'excess');
    expect(taxed.lines.map(({ taxable }) => taxable.toJSON())).toEqual(['375.00', '125.00']);
    const [cgst] = taxed.lines[0]!.taxes;
    expect(cgst?.reason.because.at(-1)).toMatchObject({
      rule: 'gst.society-exemption',
      found: '500.00',
      inputs: { contribution: '8000.00', limit: '7500.00', view: 'excess' },
    });
  });
});
