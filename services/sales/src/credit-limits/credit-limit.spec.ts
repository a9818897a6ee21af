import { Money } from '@dhanman/kernel';
import { expect, test } from '@jest/globals';
import { CreditLimitExceeded, creditOf, mustBeWithin, toDto } from './credit-limit.js';

const rupees = (text: string): Money => Money.parse(text, 'INR');

test.each([
  ['exactly up to the limit', '1000.00', '400.00', '600.00', true],
  ['a paisa above it', '1000.00', '400.00', '600.01', false],
  ['from an advance on', '1000.00', '-200.00', '1200.00', true],
  ['a paisa more than limit and advance', '1000.00', '-200.00', '1200.01', false],
  ['nothing on credit', '0.00', '0.00', '0.01', false],
  ['nothing on credit, paid in advance', '0.00', '-118.00', '118.00', true],
  ['when the limit was lowered below what is owed', '100.00', '400.00', '0.01', false],
])('%s: limit %s, owed %s, a bill of %s', (...[, limit, owed, amount, isWithin]) => {
  const check = (): void => mustBeWithin(creditOf(limit, rupees(owed)), rupees(amount));
  if (isWithin) expect(check).not.toThrow();
  else expect(check).toThrow(CreditLimitExceeded);
});

test('a refusal says what would be owed and by how much that is too much', () => {
  const check = (): void => mustBeWithin(creditOf('1000', rupees('400.00')), rupees('700.50'));
  expect(check).toThrow(/would owe INR 1100\.50, which is INR 100\.50 above/);
});

test('without a limit nothing is left to say', () => {
  expect(toDto(null, rupees('5.00'))).toEqual({ limit: null, owed: '5.00', left: null });
  expect(toDto('3', rupees('5.00'))).toEqual({ limit: '3.00', owed: '5.00', left: '-2.00' });
});
