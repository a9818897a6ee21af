import { readFile } from 'node:fs/promises';
import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { anOwner, lookedAt } from './support/account.js';
import { visibleText } from './support/browser.js';
import { browser, door } from './support/opened.js';

async function inDialog(page: Page, opener: string, action: string, fill: (dialog: Page) => Promise<void>) {
  await page.getByRole('button', { name: opener, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await fill(dialog as unknown as Page);
  await dialog.getByRole('button', { name: action, exact: true }).click();
}

it('an account is added, found, renamed, moved and taken out of use, and what documents need stays', async () => {
  const { page, complaints, close } = await anOwner(browser, door);
  await page.getByRole('link', { name: 'Chart of accounts' }).click();
  await page.getByRole('link', { name: '11200 Accounts Receivable' }).waitFor();
  await lookedAt(page, 'chart');
  await inDialog(page, 'New account', 'Add account', async (dialog) => {
    await dialog.getByLabel('Number').fill('51995');
    await dialog.getByLabel('Name').fill('Garden');
    await lookedAt(page, 'chart-add');
  });
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.getByLabel('Find by number or name').fill('garden');
  await page.getByRole('link', { name: '51995 Garden' }).waitFor();
  await inDialog(page, 'Change 51995', 'Save', (dialog) => dialog.getByLabel('Name').fill('Garden and lawn'));
  await page.getByRole('link', { name: '51995 Garden and lawn' }).waitFor();
  await inDialog(page, 'Move 51995', 'Move', async (dialog) => {
    await dialog.getByLabel('Below').selectOption({ index: 1 });
  });
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.getByRole('row').nth(2).waitFor();
  await inDialog(page, 'Change 51995', 'Save', (dialog) => dialog.getByLabel('In use').uncheck());
  await page.getByRole('link', { name: '51995 Garden and lawn' }).waitFor({ state: 'hidden' });
  await page.getByLabel('Also those out of use').check();
  await page.getByText('out of use', { exact: true }).waitFor();
  await page.getByLabel('Find by number or name').fill('11200');
  await inDialog(page, 'Change 11200', 'Save', (dialog) => dialog.getByLabel('In use').uncheck());
  await page.getByText('Documents post to 11200').first().waitFor();
  await lookedAt(page, 'chart-refused');
  // A refusal is an answer the browser reports.
  expect(complaints.filter((one) => !one.includes('409'))).toEqual([]);
  await close();
}, 180_000);

it('accounts come out of a sheet, all or none, on a phone and in Hindi', async () => {
  const { page, complaints, close } = await anOwner(browser, door, { viewport: { width: 360, height: 800 } });
  await page.goto('/chart');
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export CSV' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('chart-of-accounts.csv');
  const [workbook] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export Excel' }).click(),
  ]);
  expect(workbook.suggestedFilename()).toBe('chart-of-accounts.xlsx');
  await page.getByRole('link', { name: 'Import', exact: true }).click();
  const sheet = page.getByLabel('Or cells copied from a spreadsheet');
  await sheet.fill('Number,Name,Parent\n58100,Garden,51000\n58101,Mowing,58999');
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await page.getByText('There is no account 58999.').waitFor();
  expect(await page.getByRole('button', { name: /^Import \d/ }).count()).toBe(0);
  await lookedAt(page, 'chart-import-wrong-360');
  await sheet.fill('Number,Name,Parent\n58100,Garden,51000\n53020,Rent of the office,');
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await page.getByRole('button', { name: 'Import 2 accounts' }).click();
  await page.getByText('Imported.', { exact: true }).waitFor();
  await lookedAt(page, 'chart-imported-360');
  // What Playwright has downloaded lies under a name of its own.
  const buffer = await readFile(await workbook.path());
  const exported = { name: workbook.suggestedFilename(), mimeType: 'application/octet-stream', buffer };
  await page.getByLabel('CSV or Excel file').setInputFiles(exported);
  // Read, so that no text is needed any more.
  await page.locator('textarea:not([required])').waitFor();
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await page.getByText('As it is').first().waitFor();
  await page.getByRole('button', { name: 'हिन्दी' }).click();
  await page.getByText('जैसा था').first().waitFor();
  expect(await visibleText(page)).not.toMatch(/Import|Check|Row/);
  expect(complaints).toEqual([]);
  await close();
}, 180_000);

it('a month is locked and unlocked, a year closed and reopened with a reason', async () => {
  const { page, complaints, close } = await anOwner(browser, door);
  await page.getByRole('link', { name: 'Months and years' }).click();
  await page.getByRole('button', { name: 'Lock 04-2026' }).click();
  await page.getByRole('button', { name: 'Unlock 04-2026' }).waitFor();
  await lookedAt(page, 'closing');
  await page.getByRole('button', { name: 'Unlock 04-2026' }).click();
  await page.getByRole('button', { name: 'Lock 04-2026', exact: true }).waitFor();
  await inDialog(page, 'Close year 2025-26', 'Close year 2025-26', async () => {
    await lookedAt(page, 'closing-year');
  });
  await inDialog(page, 'Reopen year 2025-26', 'Reopen year 2025-26', (dialog) =>
    dialog.getByLabel('Why it is reopened').fill('A bill came late'),
  );
  await page.getByRole('button', { name: 'Close year 2025-26' }).waitFor();
  await page.getByRole('button', { name: 'Open year 2027-28' }).click();
  await page.getByRole('heading', { name: 'Year 2027-28' }).waitFor();
  expect(complaints).toEqual([]);
  await close();
}, 180_000);

it('both are readable in Hindi, on a phone in the dark', async () => {
  const { page, close } = await anOwner(browser, door, {
    viewport: { width: 360, height: 800 },
    preferences: { colorScheme: 'dark' },
  });
  await page.goto('/closing');
  await page.getByRole('button', { name: 'हिन्दी' }).click();
  await page.getByRole('heading', { name: 'महीने और वर्ष' }).waitFor();
  await page.getByRole('button', { name: '04-2026 बंद करें' }).waitFor();
  await lookedAt(page, 'closing-hi-dark-360');
  expect(await visibleText(page)).not.toMatch(/Lock|Year|Month|Open|Close/);
  await page.goto('/chart');
  await page.getByRole('button', { name: 'नया खाता' }).waitFor();
  await lookedAt(page, 'chart-hi-dark-360');
  await close();
}, 180_000);
