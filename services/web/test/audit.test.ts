import { readFile } from 'node:fs/promises';
import { expect, it } from '@jest/globals';
import { anOwner, lookedAt } from './support/account.js';
import { browser, door } from './support/opened.js';
import { bill } from './support/sales.js';

it('who did what is found in all services: with what was there before, by kind of record, down to one record', async () => {
  const { page, close } = await anOwner(browser, door);
  await bill(page, '1250.00');
  await page.getByRole('link', { name: 'Audit' }).press('Enter');
  const issued = page.getByRole('row').filter({ hasText: 'Asha Kulkarni changed: Invoice' });
  await issued.first().waitFor();
  expect(await issued.locator('del').allTextContents()).toContain('draft');
  // Whoever signs up is nobody yet.
  await page.getByText('Dhanman itself created: Company').waitFor();
  // Of those that do not run in this test.
  await page.getByText('No answer from: Community, Inventory, Payroll, Purchase').waitFor();
  await lookedAt(page, 'audit');
  await page.getByLabel('Kind of record').selectOption('Customer');
  await page.getByLabel('Who').selectOption('Asha Kulkarni');
  await page.getByRole('button', { name: 'Search' }).press('Enter');
  await issued.first().waitFor({ state: 'detached' });
  const made = page.getByRole('row').filter({ hasText: 'Asha Kulkarni created: Customer' });
  await made.waitFor();
  expect(await made.count()).toBe(1);
  await made.getByText(/^Content/).press('Enter');
  await made.getByText('Deccan Cafe').waitFor();
  await lookedAt(page, 'audit-customer');
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page
      .getByRole('region', { name: 'All of it as CSV' })
      .getByRole('button', { name: 'Sales' })
      .press('Enter'),
  ]);
  expect(file.suggestedFilename()).toBe('audit-sales.csv');
  const saved = await readFile(await file.path(), 'utf8');
  expect(saved).toMatch(/,created,customer,.*,Deccan Cafe,/);
  expect(saved).not.toContain(',invoice,');
  await made.getByRole('link', { name: /^History of Customer/ }).press('Enter');
  await page.waitForURL(/entityId=/);
  await page.getByLabel('What was done').selectOption('Looked at');
  await page.getByRole('button', { name: 'Search' }).press('Enter');
  await page.getByRole('row').filter({ hasText: 'Asha Kulkarni looked at: Customer' }).waitFor();
  await page.getByLabel('What was done').selectOption('Changed');
  await page.getByRole('button', { name: 'Search' }).press('Enter');
  await page.getByText('Nothing was found').waitFor();
  await page.getByRole('link', { name: 'Show all' }).press('Enter');
  await issued.first().waitFor();
  await page.goto('/customers');
  await page.getByRole('rowheader', { name: 'Deccan Cafe' }).waitFor();
  await page.getByRole('searchbox').fill('deccan');
  await page.getByRole('searchbox').press('Enter');
  await page.waitForURL(/deccan/);
  await page.getByRole('rowheader', { name: 'Deccan Cafe' }).waitFor();
  await page.goto('/audit?entity=list');
  const list = page.getByRole('row').filter({ hasText: 'Asha Kulkarni looked at: List of customers' });
  await list.filter({ hasText: 'Looked for › Text deccan' }).filter({ hasText: 'Rows 1' }).waitFor();
  await lookedAt(page, 'audit-lists');
  await close();
}, 180_000);

it('the trail fits a phone and speaks Hindi', async () => {
  const viewport = { width: 360, height: 800 };
  const { page, close } = await anOwner(browser, door, { viewport });
  await page.goto('/audit');
  await page.getByText('Dhanman itself created: Company').waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width);
  await lookedAt(page, 'audit-360');
  await page.getByText('Search or save').click();
  await page.getByLabel('What was done').selectOption('Created');
  await lookedAt(page, 'audit-360-search');
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await page.getByText('Search or save (1 chosen)').waitFor();
  await page.getByText('Dhanman itself created: Company').waitFor();
  await page.getByRole('button', { name: 'हिन्दी' }).click();
  await page.getByText('धनमान ने बनाया: कंपनी').waitFor();
  const words = await page.getByRole('main').locator('label, summary, dt, h1').allInnerTexts();
  expect(words.join('\n')).not.toMatch(/[A-Za-z]/);
  await lookedAt(page, 'audit-360-hi');
  await close();
}, 180_000);
