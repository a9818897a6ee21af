import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { anOwner, lookedAt } from './support/account.js';
import { visibleText } from './support/browser.js';
import { anApprover } from './support/colleague.js';
import { browser, door } from './support/opened.js';

const yearOf = (page: Page, account: string) => page.getByLabel(`${account}, Year`);

it('a year is planned by keyboard, approved by another, and held against what happens', async () => {
  const { page, complaints, close } = await anOwner(browser, door);
  const approver = await anApprover(page);
  await page.goto('/budgets');
  await page.getByText('No budgets yet').waitFor();
  await page.getByRole('button', { name: /^Plan 20/ }).click();
  await yearOf(page, '51510 Electricity Expense').focus();
  await page.keyboard.type('1L');
  await page.keyboard.press('Enter');
  await page.getByText('Expense 1,00,000.00').waitFor();
  const months = page.getByRole('row', { name: /51510/ }).locator('input');
  expect(await months.nth(2).inputValue()).toBe('8,333.34');
  expect(await months.nth(13).inputValue()).toBe('8,333.33');
  await months.nth(3).focus();
  await page.keyboard.type('9000>');
  await page.keyboard.press('ArrowDown');
  expect(await months.nth(13).inputValue()).toBe('9,000.00');
  await page.keyboard.type('rent');
  await page.keyboard.press('Control+s');
  expect(await page.locator('input:invalid').count()).toBe(1);
  await page.locator('input:invalid').fill('');
  await page.keyboard.press('Enter');
  await lookedAt(page, 'budget-draft');
  await page.keyboard.press('Control+Enter');
  await page.getByText('Waiting for approval').waitFor();
  await page.getByText('You had a hand in it').waitFor();

  const { page: other } = approver;
  await other.goto(page.url());
  await other.getByRole('button', { name: 'Approve' }).click();
  await other.getByText('Approved by Ravi Deshmukh').waitFor();
  await lookedAt(other, 'budget-approved');
  await other.getByRole('link', { name: 'Budget and actual' }).click();
  await other.getByRole('link', { name: /51510/ }).waitFor();
  await other.getByText('Favourable').first().waitFor();
  await lookedAt(other, 'budget-variance');
  await other.goto('/reports/consolidated-budget-variance');
  await other.getByRole('rowheader', { name: /51510/ }).waitFor();
  await lookedAt(other, 'consolidated-budget-variance');
  await other
    .getByRole('columnheader', { name: /: Budget$/ })
    .getByRole('link')
    .click();
  await other.getByRole('heading', { name: 'Budget and actual', exact: true }).waitFor();
  await other.getByRole('link', { name: /51510/ }).waitFor();
  await page.goto('/budgets');
  await page.getByText('In force').waitFor();
  await lookedAt(page, 'budgets');
  expect([...complaints, ...approver.complaints]).toEqual([]);
  await approver.close();
  await close();
}, 240_000);

it('whoever is alone reads why it waits, may be allowed to approve it, and the budget says so, on a phone', async () => {
  const { page, complaints, close } = await anOwner(browser, door, { viewport: { width: 360, height: 800 } });
  await page.goto('/budgets');
  await page.getByRole('button', { name: /^Plan 20/ }).click();
  await yearOf(page, '51510 Electricity Expense').fill('1L');
  await page.keyboard.press('Enter');
  await page.getByText('Expense 1,00,000.00').waitFor();
  await page.keyboard.press('Control+Enter');
  await page.getByText('You had a hand in it').waitFor();
  expect(await page.getByRole('button', { name: 'Approve', exact: true }).count()).toBe(0);
  await lookedAt(page, 'budget-waiting-author-360');
  const budget = page.url();
  await page.getByRole('link', { name: 'Approval of journals and budgets' }).click();
  await page.getByLabel('The only approver may approve what they wrote').check();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Saved.').waitFor();
  await page.goto(budget);
  await page.getByText('You wrote it, and nobody else may approve it').waitFor();
  await lookedAt(page, 'budget-waiting-own-360');
  await page.getByRole('button', { name: 'Approve', exact: true }).click();
  await page.getByText('Approved by its author').waitFor();
  await lookedAt(page, 'budget-approved-own-360');
  expect(complaints).toEqual([]);
  await close();
}, 240_000);

it('is wider than a phone, and speaks Hindi', async () => {
  const { page, close } = await anOwner(browser, door, {
    viewport: { width: 360, height: 800 },
    preferences: { colorScheme: 'dark' },
  });
  await page.goto('/budgets');
  await page.getByRole('button', { name: /^Plan 20/ }).click();
  await yearOf(page, '51510 Electricity Expense').waitFor();
  await lookedAt(page, 'budget-dark-360');
  const { close: closeHindi, page: hindi } = await anOwner(browser, door);
  await hindi.goto('/budgets');
  await hindi.getByRole('button', { name: 'हिन्दी' }).click();
  await hindi.getByRole('button', { name: /की योजना बनाएँ/ }).click();
  await hindi.getByRole('button', { name: 'स्वीकृति के लिए भेजें' }).waitFor();
  await lookedAt(hindi, 'budget-hi');
  expect(await visibleText(hindi)).not.toMatch(/Budget|Submit|Spread|Last year/);
  await closeHindi();
  await close();
}, 240_000);
