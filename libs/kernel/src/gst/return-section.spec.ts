import { describe, expect, test } from '@jest/globals';
import { Money } from '../money.js';
import { PlainDate } from '../plain-date.js';
import { type ReturnDocument, returnSectionOf } from './return-section.js';

const rupees = (text: string): Money => Money.parse(text, 'INR');
const day = (text: string): PlainDate => PlainDate.parse(text);

function aSale(change: Partial<ReturnDocument> = {}): ReturnDocument {
  return {
    supplierState: '27',
    placeOfSupply: '29',
    total: rupees('118000.00'),
    on: day('2026-06-15'),
    ...change,
  };
}

const bengaluru = { recipientGstin: '29AAFCC9980M1ZR' };
const corrects = (total: string, on = '2026-06-01') => ({ corrects: { total: rupees(total), on: day(on) } });

describe('an invoice is told', () => {
  test.each<[string, Partial<ReturnDocument>, string]>([
    ['one by one, to whoever has a GSTIN', bengaluru, 'b2b'],
    ['as an export, when it leaves India', { placeOfSupply: '96' }, 'exp'],
    ['apart, when large and into another state', {}, 'b2cl'],
    ['in a sum, at the threshold itself', { total: rupees('100000.00') }, 'b2cs'],
    ['apart, one paisa above the threshold', { total: rupees('100000.01') }, 'b2cl'],
    [
      'in a sum, inside the state, however large',
      { placeOfSupply: '27', total: rupees('900000.00') },
      'b2cs',
    ],
    ['in a sum, on the last day of the higher threshold', { on: day('2024-07-31') }, 'b2cs'],
    ['apart, on the first day of the lower threshold', { on: day('2024-08-01') }, 'b2cl'],
    ['apart, above the higher threshold', { on: day('2024-07-31'), total: rupees('250000.01') }, 'b2cl'],
  ])('%s', (_, change, section) => {
    expect(returnSectionOf(aSale(change))).toBe(section);
  });
});

describe('a note is told', () => {
  test.each<[string, Partial<ReturnDocument>, string]>([
    ['one by one, to whoever has a GSTIN', { ...bengaluru, ...corrects('118000.00') }, 'cdnr'],
    ['apart, on an export', { placeOfSupply: '96', ...corrects('118000.00') }, 'cdnur'],
    ['apart, small on a large invoice', { total: rupees('590.00'), ...corrects('118000.00') }, 'cdnur'],
    ['apart, large on a small invoice', corrects('59000.00'), 'cdnur'],
    ['in the sum, when both are small', { total: rupees('590.00'), ...corrects('59000.00') }, 'b2cs'],
    ['by the threshold of the day of the invoice', corrects('118000.00', '2024-07-31'), 'b2cs'],
  ])('%s', (_, change, section) => {
    expect(returnSectionOf(aSale(change))).toBe(section);
  });
});
