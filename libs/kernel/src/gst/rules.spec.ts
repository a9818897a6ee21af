import { describe, expect, test } from '@jest/globals';
import { LawSilent } from '../law/dated.js';
import { Money } from '../money.js';
import { PlainDate } from '../plain-date.js';
import { checkClassification, ClassificationInvalid, ClassificationTooShort } from './classification.js';
import { lastDayForCreditNote } from './credit-note-deadline.js';
import { largeConsumerInvoice, slabs } from './rules.js';

const on = (text: string): PlainDate => PlainDate.parse(text);

describe('dated law', () => {
  test.each([
    ['2024-07-31', '250000.00'],
    ['2024-08-01', '100000.00'],
  ])('on %s a large consumer invoice is above %s', (day, limit) => {
    expect(largeConsumerInvoice.on(on(day)).says).toBe(limit);
  });

  test('says nothing about days before its first version', () => {
    expect(() => slabs.on(on('2017-06-30'))).toThrow(LawSilent);
  });
});

describe('a credit note reduces the tax', () => {
  test.each([
    ['2026-01-15', undefined, '2026-11-30'],
    ['2026-04-01', undefined, '2027-11-30'],
    ['2021-01-15', undefined, '2021-09-30'],
    ['2026-01-15', '2026-10-10', '2026-10-10'],
    ['2026-01-15', '2026-12-10', '2026-11-30'],
  ])('for a supply of %s with an annual return on %s until %s', (supplied, annual, last) => {
    expect(lastDayForCreditNote(on(supplied), annual === undefined ? undefined : on(annual)).toString()).toBe(
      last,
    );
  });
});

describe('a classification', () => {
  const crores = (count: string): Money => Money.parse(`${count}0000000`, 'INR');
  const facts = (
    turnover: string,
    isRecipientRegistered: boolean,
  ): Parameters<typeof checkClassification>[1] => {
    return { on: on('2026-06-01'), turnover: crores(turnover), isRecipientRegistered };
  };

  test.each<[string, string, boolean, (new (...facts: never[]) => Error) | undefined]>([
    ['9995', '5', true, undefined],
    ['', '5', false, undefined],
    ['', '5', true, ClassificationTooShort],
    ['9995', '6', false, ClassificationTooShort],
    ['999598', '6', true, undefined],
    ['99959', '1', false, ClassificationInvalid],
    ['ABCD', '1', false, ClassificationInvalid],
  ])('of %j with %s crore, recipient registered %s', (code, turnover, isRegistered, refusal) => {
    const check = (): void => {
      checkClassification(code, facts(turnover, isRegistered), 'lines.0.classification');
    };
    if (refusal === undefined) expect(check).not.toThrow();
    else expect(check).toThrow(refusal);
  });
});
