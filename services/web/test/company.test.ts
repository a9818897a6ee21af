import { expect, it } from '@jest/globals';
import { anOwner, lookedAt } from './support/account.js';
import { browser, door } from './support/opened.js';
import { issue } from './support/sales.js';

it('a company says its language, in which its papers and mails are offered first', async () => {
  const { page, complaints, close } = await anOwner(browser, door);
  await page.goto('/company');
  const language = page.getByLabel('Language of papers and mails');
  expect(await language.inputValue()).toBe('en');
  await page.getByLabel('Legal name').fill('Sahyadri Office Supplies LLP');
  await language.selectOption({ label: 'हिन्दी' });
  await page.getByRole('button', { name: 'Save company' }).click();
  await page.getByText('Saved.').waitFor();
  await lookedAt(page, 'company');
  await page.reload();
  expect(await language.inputValue()).toBe('hi');
  expect(await page.getByLabel('Legal name').inputValue()).toBe('Sahyadri Office Supplies LLP');

  await issue(page, '90');
  const papers = page.getByRole('region', { name: 'Invoice as PDF' });
  await papers.getByRole('button', { name: 'Hindi PDF' }).waitFor({ timeout: 60_000 });
  expect(await papers.getByRole('button').allTextContents()).toEqual(['Hindi PDF', 'English PDF', 'Print']);
  await papers.scrollIntoViewIfNeeded();
  await lookedAt(page, 'paper-of-a-hindi-company');
  await page.getByRole('button', { name: 'Send by mail' }).click();
  expect(await page.getByRole('dialog').getByLabel('Language').inputValue()).toBe('hi');
  await page.goto('/reminders/plan');
  expect(await page.getByLabel('Language', { exact: true }).inputValue()).toBe('company');
  await lookedAt(page, 'reminder-plan-of-a-hindi-company');
  expect(complaints).toEqual([]);
  await close();
}, 240_000);

it('the language of the app is proposed to a company at sign-up, and changes nothing about one that is there', async () => {
  const { page, complaints, close } = await anOwner(browser, door);
  await page.getByRole('button', { name: 'Asha Kulkarni, Your account' }).click();
  await page.getByRole('link', { name: 'Profile' }).click();
  await page.getByLabel('Language').selectOption({ label: 'हिन्दी' });
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('heading', { name: 'प्रोफ़ाइल' }).waitFor();
  await page.goto('/company');
  expect(await page.getByLabel('काग़ज़ों और ईमेल की भाषा').inputValue()).toBe('en');
  await lookedAt(page, 'company-hi');
  await page.goto('/sign-up');
  expect(await page.getByLabel('काग़ज़ों और ईमेल की भाषा').inputValue()).toBe('hi');
  await lookedAt(page, 'sign-up-hi');
  expect(complaints).toEqual([]);
  await close();
}, 240_000);
