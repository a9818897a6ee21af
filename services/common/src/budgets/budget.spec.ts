import type { BudgetLine } from '@dhanman/contracts';
import { newId } from '@dhanman/kernel';
import { describe, expect, test } from '@jest/globals';
import { type BudgetAccount, contentOf } from './budget-content.js';
import {
  AccountBudgetedTwice,
  AccountNotBudgeted,
  BudgetApproverWroteIt,
  BudgetEmpty,
  BudgetNotDraft,
  BudgetNotSubmitted,
  BudgetTooFine,
} from './budget-errors.js';
import { Budget } from './budget.js';

const identity = { organizationId: newId(), companyId: newId(), id: newId<'Budget'>() };
const place = { financialYearId: newId(), revision: 1, currency: 'INR' };
const at = '2026-05-01T10:00:00.000Z';
const [asha, ravi, meera] = ['asha', 'ravi', 'meera'];

const [fees, power, utilities] = [newId(), newId(), newId()];
const accounts = new Map<string, BudgetAccount>([
  [fees, { code: '41020', class: 'revenue', isPostable: true, isActive: true }],
  [power, { code: '51510', class: 'expense', isPostable: true, isActive: true }],
  [utilities, { code: '51500', class: 'expense', isPostable: false, isActive: true }],
]);

const monthly = (accountId: string, amount: string): BudgetLine =>
  ({ accountId, months: Array<string>(12).fill(amount) }) as BudgetLine;
const content = (...lines: readonly BudgetLine[]) => contentOf(lines, accounts, 'INR');
const draft = () => Budget.draft(identity, place, content(monthly(power, '100.50')), asha);

describe('the content of a budget', () => {
  test('adds up income and expense by themselves and drops what plans nothing', () => {
    expect(content(monthly(fees, '10'), monthly(power, '100.50'))).toMatchObject({
      ...{ income: '120.00', expense: '1206.00' },
      lines: [{ accountId: fees, months: Array<string>(12).fill('10.00') }, { accountId: power }],
    });
    expect(content(monthly(fees, '0.00')).lines).toEqual([]);
  });

  test('stands on accounts of income and expense that take lines, each once, in whole paise', () => {
    expect(() => content(monthly(newId(), '1.00'))).toThrow(AccountNotBudgeted);
    expect(() => content(monthly(utilities, '1.00'))).toThrow('51500 sums the accounts below it');
    expect(() => content(monthly(power, '1.00'), monthly(power, '2.00'))).toThrow(AccountBudgetedTwice);
    expect(() => content(monthly(power, '1.001'))).toThrow(BudgetTooFine);
  });
});

describe('a budget', () => {
  test('is approved by nobody who had a hand in it, and then never changed', () => {
    const submitted = draft()
      .replaced(content(monthly(power, '90.00')), ravi)
      .submitted(asha);
    for (const by of [asha, ravi]) expect(() => submitted.approvedNow(by)).toThrow(BudgetApproverWroteIt);
    const approved = submitted.approvedNow(meera);
    expect(approved).toMatchObject({ state: 'approved', approvedBy: meera, expense: '1080.00' });
    expect(() => approved.replaced(content(), meera)).toThrow(BudgetNotDraft);
    expect(() => approved.discarded()).toThrow('begin the next revision');
    expect(() => approved.withdrawn()).toThrow(BudgetNotSubmitted);
  });

  test('is approved by its author where that is allowed, and says so', () => {
    const submitted = draft().submitted(asha);
    expect(submitted.approvedNow(asha, true)).toMatchObject({ approvedBy: asha, approvedByAuthor: true });
    expect(submitted.approvedNow(meera, true)).toMatchObject({ approvedBy: meera, approvedByAuthor: false });
  });

  test('that plans nothing is not submitted', () => {
    expect(() => draft().replaced(content(), asha).submitted(asha)).toThrow(BudgetEmpty);
  });

  test('comes back with a reason and is submitted again', () => {
    const returned = draft().submitted(asha).returnedBy({ by: meera, at, reason: ' Too much ' });
    expect(returned).toMatchObject({ state: 'draft', returned: { by: meera, reason: 'Too much' } });
    expect(returned.submitted(asha).returned).toBeNull();
    expect(() => draft().approvedNow(meera)).toThrow(BudgetNotSubmitted);
  });
});
