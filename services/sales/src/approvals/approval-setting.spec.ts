import { Money } from '@dhanman/kernel';
import { expect, test } from '@jest/globals';
import { approvalsNeeded } from './approval-setting.js';

test.each([
  ['a company that wants none', { levels: 0, secondAbove: null }, '999999.00', 0],
  ['one level', { levels: 1, secondAbove: null }, '999999.00', 1],
  ['two levels', { levels: 2, secondAbove: null }, '1.00', 2],
  ['two levels, exactly at the limit', { levels: 2, secondAbove: '50000.00' }, '50000.00', 1],
  ['two levels, a paisa above', { levels: 2, secondAbove: '50000.00' }, '50000.01', 2],
])('%s: with %p an invoice of %s needs %s', (...[, settings, total, needed]) => {
  expect(approvalsNeeded(settings, Money.parse(total, 'INR'))).toBe(needed);
});
