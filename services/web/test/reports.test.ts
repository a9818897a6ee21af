import { expect, it } from '@jest/globals';
import { anOwner, lookedAt } from './support/account.js';
import { browser, door } from './support/opened.js';
import { bill, issue } from './support/sales.js';

it('what was billed is in the trial balance, and opens down to its entry', async () => {
  const { page, complaints, close } = await anOwner(browser, door);
  await bill(page, '905.00');
  await page.getByRole('link', { name: 'Reports' }).click();
  await page.getByRole('heading', { name: 'Reports' }).waitFor();
  await lookedAt(page, 'reports');
  await page.getByRole('link', { name: 'Trial balance', exact: true }).click();
  await page.getByText('905.00').first().waitFor();
  await lookedAt(page, 'trial-balance');
  await page.getByRole('link', { name: '11200 Accounts Receivable' }).click();
  await page.getByRole('link', { name: /^JV\// }).first().waitFor();
  await lookedAt(page, 'account-ledger');
  await page.getByRole('link', { name: /^JV\// }).first().click();
  await page.getByRole('heading', { name: /JV\// }).waitFor();
  await lookedAt(page, 'entry');
  expect(complaints).toEqual([]);
  await close();
}, 180_000);

it('proves that what was billed is in the books, and shows the bill that is not', async () => {
  const { page, complaints, close } = await anOwner(browser, door);
  await bill(page, '905.00');
  await page.getByRole('link', { name: 'Reports' }).click();
  await page.getByRole('link', { name: 'Posting proof' }).click();
  await page.getByText('The difference is zero: everything is in the books.').waitFor();
  await lookedAt(page, 'posting-proof');
  // Nobody keeps books of that year, so the ledger refuses it.
  await issue(page, '310.00', '2019-04-01');
  await page.getByText('Rejected').waitFor({ timeout: 30_000 });
  await page.goto('/posting-proof');
  await page.getByText('Not everything is in the books.').waitFor();
  await lookedAt(page, 'posting-proof-differs');
  await page.getByRole('link', { name: '1', exact: true }).click();
  await page.getByText('310.00').waitFor();
  expect(complaints).toEqual([]);
  await close();
}, 180_000);

it('the statements are readable on a phone in the dark', async () => {
  const { page, close } = await anOwner(browser, door, {
    viewport: { width: 360, height: 800 },
    preferences: { colorScheme: 'dark' },
  });
  const names = ['trial-balance', 'profit-and-loss', 'balance-sheet', 'cash-flow', 'day-book'];
  for (const name of [...names, 'consolidated-trial-balance']) {
    await page.goto(`/reports/${name}`);
    await page.getByRole('button', { name: 'Save as PDF' }).waitFor();
    if (name === 'balance-sheet') await page.getByRole('rowheader', { name: 'Total assets' }).waitFor();
    await lookedAt(page, `${name}-dark-360`);
  }
  await close();
}, 180_000);

it('a report is of the financial year chosen above it, also after a reload, unless its address says another', async () => {
  const { page, complaints, close } = await anOwner(browser, door);
  await page.goto('/reports/trial-balance');
  const years = page.getByLabel('Financial year');
  await years.waitFor();
  const [present = '', before = ''] = await years.locator('option').allTextContents();
  const [begun, ended] = before.split('-').map(Number) as [number, number];
  const days = `01-04-${String(begun)} to 31-03-20${String(ended)}`;
  await years.selectOption({ label: before });
  await page.getByText(days).waitFor();
  await lookedAt(page, 'trial-balance-last-year');
  await page.reload();
  await page.getByText(days).waitFor();
  await page.goto(
    `/reports/trial-balance?from=${present.slice(0, 4)}-04-01&asOf=${present.slice(0, 4)}-04-30`,
  );
  await page.getByText(`01-04-${present.slice(0, 4)} to 30-04-${present.slice(0, 4)}`).waitFor();
  await years.selectOption({ label: present });
  await page.goto('/reports/trial-balance');
  await page.getByText(`01-04-${present.slice(0, 4)} to`).waitFor();
  expect(complaints).toEqual([]);
  await close();
}, 180_000);

it('what was billed is a line of the sales register, on a phone too, and opens its bill', async () => {
  const { page, complaints, close } = await anOwner(browser, door);
  await bill(page, '905.00');
  await page.getByRole('link', { name: 'Reports' }).click();
  await page.getByRole('link', { name: 'Sales register', exact: true }).click();
  await page.getByText('In the books').waitFor();
  await page
    .getByText('Value, taxes and round-off, and the totals of the documents: 905.00 = 905.00')
    .waitFor();
  await lookedAt(page, 'sales-register');
  await page.setViewportSize({ width: 360, height: 800 });
  await lookedAt(page, 'sales-register-360');
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as CSV' }).click();
  expect((await saved).suggestedFilename()).toMatch(/^sales-register-.*\.csv$/);
  await page.getByRole('link', { name: /^SI\// }).click();
  await page.getByRole('heading', { name: /SI\// }).waitFor();
  expect(complaints).toEqual([]);
  await close();
}, 180_000);

it('the GST summary of a month opens its sections, and says what is to be mended first', async () => {
  const { page, complaints, close } = await anOwner(browser, door);
  await bill(page, '905.00');
  await page.getByRole('link', { name: 'Reports' }).click();
  await page.getByRole('link', { name: 'GST summary', exact: true }).click();
  await page.getByText('Value in the sections, and in the sales register: 905.00 = 905.00').waitFor();
  await lookedAt(page, 'gst-summary');
  await page.setViewportSize({ width: 360, height: 800 });
  await lookedAt(page, 'gst-summary-360');
  await page.getByRole('link', { name: 'Not told in this return' }).click();
  await page.getByRole('link', { name: /^SI\// }).waitFor();
  await lookedAt(page, 'gst-section-360');
  await page.goBack();
  await page.getByRole('link', { name: 'Series of documents (DOCS)' }).click();
  await page.getByText('SI/2627/0001').first().waitFor();
  await lookedAt(page, 'gst-documents-360');
  await page.setViewportSize({ width: 1280, height: 800 });
  for (const [name, heading] of [
    ['gst-hsn', 'GST by HSN and SAC'],
    ['gst-to-mend', 'To mend before filing'],
  ] as const) {
    await page.goto(`/reports/${name}`);
    await page.getByRole('heading', { name: heading }).waitFor();
    await page.getByRole('treegrid').waitFor();
    await lookedAt(page, name);
  }
  expect(complaints).toEqual([]);
  await close();
}, 180_000);
