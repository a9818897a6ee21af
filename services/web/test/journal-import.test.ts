import { aWorkbook } from '@dhanman/testing';
import { expect, it } from '@jest/globals';
import { anOwner, lookedAt } from './support/account.js';
import { visibleText } from './support/browser.js';
import { browser, door } from './support/opened.js';

const sheet = [
  'VoucherNo\tDate\tAccountNumber\tDebit\tCredit\tNarration',
  'D-1\t30-04-2026\t51730\t18,200\t\tDepreciation, April',
  'D-1\t\t12015\t\t18,200',
  'R-1\t30-04-2026\t51210\t5,000\t\tRent accrued',
  'R-1\t\t24010\t\t5,500',
].join('\n');

it('a sheet is checked, mended and imported, and becomes drafts', async () => {
  const { page, complaints, close } = await anOwner(browser, door);
  await page.getByRole('link', { name: 'Journals' }).click();
  await page.getByRole('link', { name: 'Import' }).click();
  const text = page.getByLabel('Or cells copied from a spreadsheet');
  await text.fill(sheet);
  await page.getByRole('button', { name: 'Check' }).click();
  await page.getByText('Debits of INR 5000.00 and credits of INR 5500.00 differ.').waitFor();
  await page.getByRole('button', { name: 'Import 1 draft' }).waitFor();
  await lookedAt(page, 'journal-import-mistake');
  const mended = Buffer.from(sheet.replace('5,500', '5,000'));
  await page
    .getByLabel('CSV or Excel file')
    .setInputFiles({ name: 'april.csv', mimeType: 'text/csv', buffer: mended });
  await page.getByRole('button', { name: 'Check' }).click();
  await page.getByRole('button', { name: 'Import 2 drafts' }).click();
  await page.getByRole('link', { name: 'Rent accrued' }).waitFor();
  await lookedAt(page, 'journal-import-done');
  await page.getByRole('button', { name: 'Check' }).click();
  await page.getByText('Imported before').first().waitFor();
  await page.getByRole('link', { name: 'Rent accrued' }).click();
  await page.getByText('Draft').first().waitFor();
  expect(complaints).toEqual([]);
  await close();
}, 180_000);

it('a workbook is imported as a text is, from the template on', async () => {
  const { page, complaints, close } = await anOwner(browser, door);
  await page.goto('/journals/import');
  const [template] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'The same for Excel' }).click(),
  ]);
  expect(template.suggestedFilename()).toBe('journals.xlsx');
  const file = page.getByLabel('CSV or Excel file');
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  const buffer = aWorkbook(sheet.split('\n').map((row) => row.split('\t')));
  await file.setInputFiles({ name: 'no-sheet.xlsx', mimeType, buffer: Buffer.from('none') });
  await page.getByRole('button', { name: 'Check' }).click();
  await page.getByText('This is no workbook').waitFor();
  await file.setInputFiles({ name: 'april.xlsx', mimeType, buffer });
  await page.getByRole('button', { name: 'Check' }).click();
  await page.getByText('Debits of INR 5000.00 and credits of INR 5500.00 differ.').waitFor();
  await lookedAt(page, 'journal-import-workbook');
  await page.getByRole('button', { name: 'Import 1 draft' }).click();
  await page.getByRole('link', { name: 'Depreciation, April' }).waitFor();
  // Of the file that was none.
  expect(complaints).toEqual([expect.stringContaining('422')]);
  await close();
}, 180_000);

it('on a phone, in the dark and in Hindi, the rows to mend can be read', async () => {
  const { page, close } = await anOwner(browser, door, {
    viewport: { width: 360, height: 800 },
    preferences: { colorScheme: 'dark' },
  });
  await page.goto('/journals/import');
  await page.getByRole('button', { name: 'हिन्दी' }).click();
  await page.getByLabel('या स्प्रेडशीट से कॉपी किए खाने').fill(sheet);
  await page.getByRole('button', { name: 'जाँचें' }).click();
  await page.getByText('Debits of INR 5000.00 and credits').waitFor();
  await lookedAt(page, 'journal-import-hi-dark-360');
  expect(await visibleText(page)).not.toMatch(/Import|Check|To mend/);
  await close();
}, 180_000);
