import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { anOwner, lookedAt } from './support/account.js';
import { visibleText } from './support/browser.js';
import { anApprover } from './support/colleague.js';
import { browser, door } from './support/opened.js';

/** With the keys alone, from the field of the narration on. */
async function writeByKeys(page: Page): Promise<void> {
  await page.getByLabel('Narration').fill('Depreciation, April');
  await page.getByLabel('Account, line 1').focus();
  const { keyboard } = page;
  await keyboard.type('51730');
  await keyboard.press('Enter');
  await keyboard.type('1.5L');
  await keyboard.press('Enter');
  await keyboard.press('Enter');
  await keyboard.type('Office');
  await keyboard.press('Enter');
  await keyboard.type('12015');
  await keyboard.press('Enter');
  await keyboard.press('Enter');
  await keyboard.type('=');
}

it('what one writes by keyboard another approves, and the books have it', async () => {
  const { page, complaints, close } = await anOwner(browser, door);
  const approver = await anApprover(page);
  await page.goto('/journals');
  await page.getByText('No journals here').waitFor();
  await lookedAt(page, 'journals-none');
  await page.getByRole('link', { name: 'New journal' }).click();
  await writeByKeys(page);
  await page.getByText('In balance').waitFor();
  expect(await page.getByLabel('Debit, line 1').inputValue()).toBe('1,50,000.00');
  expect(await page.getByLabel('Credit, line 2').inputValue()).toBe('1,50,000.00');
  expect(await page.getByLabel('Account, line 1').inputValue()).toMatch(/^51730 \w+/);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.getByLabel('Account, line 3').waitFor();
  await lookedAt(page, 'journal-new');
  await page.keyboard.press('Control+Enter');
  await page.getByText('Waiting for approval').waitFor();
  await page.getByText('somebody else has to approve it').waitFor();
  await lookedAt(page, 'journal-waiting-author');
  const theirs = approver.page;
  await theirs.goto('/journals?state=submitted');
  await theirs.getByRole('link', { name: 'Depreciation, April' }).click();
  await theirs.getByRole('button', { name: 'Send back' }).click();
  await theirs.getByRole('dialog').getByLabel('What has to be changed').fill('Say the asset');
  await theirs.getByRole('dialog').getByRole('button', { name: 'Send back' }).click();
  await theirs.getByText('Draft', { exact: true }).waitFor();
  await page.reload();
  await page.getByText('Say the asset').waitFor();
  await lookedAt(page, 'journal-returned');
  await page.getByLabel('Memo, line 2').fill('Delivery van');
  await page.getByRole('button', { name: 'Submit for approval' }).click();
  await page.getByText('Waiting for approval').waitFor();
  await theirs.reload();
  await theirs.getByRole('button', { name: 'Approve and post' }).waitFor();
  await lookedAt(theirs, 'journal-waiting-approver');
  await theirs.getByRole('button', { name: 'Approve and post' }).click();
  await theirs.getByText('Posted').waitFor();
  await theirs.getByRole('link', { name: /^Entry JV\// }).click();
  await theirs.getByRole('heading', { name: /JV\// }).waitFor();
  await theirs.getByText('1,50,000.00').first().waitFor();
  expect([...complaints, ...approver.complaints]).toEqual([]);
  await approver.close();
  await close();
}, 240_000);

it('what the books object to is said at each line, on a phone in the dark, and the draft is not written twice', async () => {
  const { page, close } = await anOwner(browser, door, {
    viewport: { width: 360, height: 800 },
    preferences: { colorScheme: 'dark' },
  });
  await page.goto('/journals/new');
  await page.getByLabel('Narration').fill('Rent');
  await page.getByLabel('Account, line 1').fill('11200');
  await page.getByLabel('Debit, line 1').fill('500');
  await page.getByLabel('Account, line 2').fill('99999');
  await page.getByLabel('Credit, line 2').fill('400');
  await page.getByText('Difference 100.00 Dr').waitFor();
  for (let attempt = 0; attempt < 2; attempt += 1) {
    await page.getByRole('button', { name: 'Submit for approval' }).click();
    await page.getByText('must name the customer').waitFor();
    await page.getByText('There is no account 99999').waitFor();
  }
  await lookedAt(page, 'journal-wrong-dark-360');
  await page.goto('/journals');
  await page.getByRole('link', { name: 'Rent' }).waitFor();
  expect(await page.getByRole('link', { name: 'Rent' }).count()).toBe(1);
  await close();
}, 180_000);

const pdfNamed = (name: string, text = 'Rent agreement') => ({
  ...{ name, mimeType: 'application/pdf', buffer: Buffer.from(`%PDF-1.7\n${text}\n%%EOF`) },
});

it('files are attached to a draft, removed from it, and added to what is posted, also on a phone', async () => {
  const { page, complaints, close } = await anOwner(browser, door, { viewport: { width: 360, height: 800 } });
  await page.goto('/journals/approval');
  await page.getByLabel('The only approver may approve what they wrote').check();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Saved.').waitFor();
  await page.goto('/journals/new');
  await writeByKeys(page);
  await page.getByText('In balance').waitFor();
  await page.keyboard.press('Control+s');
  await page.getByText('No files yet.').waitFor();
  const chooser = page.getByLabel('Attach a file');
  const huge = { ...pdfNamed('Huge.pdf'), buffer: Buffer.alloc(5 * 1_048_576 + 1) };
  await chooser.setInputFiles(huge);
  await page.getByRole('alert').getByText('at most 5 MB').waitFor();
  await chooser.setInputFiles({ ...pdfNamed('Bill.pdf'), buffer: Buffer.from('MZ not a bill') });
  await page.getByRole('alert').getByText('This is no PDF').scrollIntoViewIfNeeded();
  await lookedAt(page, 'journal-files-refused-360');
  await chooser.setInputFiles(pdfNamed('Wrong bill.pdf', 'wrong'));
  await page.getByRole('button', { name: 'Remove Wrong bill.pdf' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }).click();
  await page.getByText('No files yet.').waitFor();
  await chooser.setInputFiles(pdfNamed('किराया.pdf'));
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'किराया.pdf', exact: true }).click();
  expect((await saved).suggestedFilename()).toBe('किराया.pdf');
  await lookedAt(page, 'journal-files-draft-360');
  await page.getByRole('button', { name: 'Submit for approval' }).click();
  await page.getByRole('button', { name: 'Approve and post' }).click();
  await page.getByText('Approved by its author').waitFor();
  await page.getByLabel('Attach a file').setInputFiles(pdfNamed('Receipt.pdf', 'came later'));
  await page.getByText('Added after posting', { exact: true }).waitFor();
  expect(await page.getByRole('button', { name: /^Remove/ }).count()).toBe(0);
  await lookedAt(page, 'journal-files-posted-360');
  await page.setViewportSize({ width: 1280, height: 900 });
  await lookedAt(page, 'journal-files-posted');
  await page.getByRole('button', { name: 'हिन्दी' }).click();
  await page.getByText('दर्ज होने के बाद जोड़ी गई', { exact: true }).waitFor();
  expect(await visibleText(page)).not.toMatch(/Files|Attach|Added after/);
  expect(complaints.filter((text) => !text.includes('422'))).toEqual([]);
  await close();
}, 240_000);

it('whoever is alone may be allowed to approve what they wrote, and the journal says so, on a phone', async () => {
  const { page, close } = await anOwner(browser, door, { viewport: { width: 360, height: 800 } });
  await page.goto('/journals');
  await page.getByRole('link', { name: 'Approval', exact: true }).click();
  await page.getByLabel('Two approvals above').fill('nothing');
  await page.getByLabel('The only approver may approve what they wrote').check();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByLabel('Two approvals above').and(page.locator('[aria-invalid=true]')).waitFor();
  await page.getByLabel('Two approvals above').fill('5L');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Saved.').waitFor();
  await lookedAt(page, 'journal-approval-360');
  await page.goto('/journals/new');
  await writeByKeys(page);
  await page.getByText('In balance').waitFor();
  await page.keyboard.press('Control+Enter');
  await page.getByText('You wrote it, and nobody else may approve it').waitFor();
  await lookedAt(page, 'journal-waiting-own-360');
  await page.getByRole('button', { name: 'Approve and post' }).click();
  await page.getByText('Approved by its author').waitFor();
  await lookedAt(page, 'journal-approved-own-360');
  await page.goto('/journals/approval');
  await page.getByRole('button', { name: 'हिन्दी' }).click();
  await page.getByRole('button', { name: 'सहेजें' }).waitFor();
  await lookedAt(page, 'journal-approval-hi-360');
  expect(await visibleText(page)).not.toMatch(/Approval|approve|Save/);
  await close();
}, 180_000);

it('speaks Hindi', async () => {
  const { page, close } = await anOwner(browser, door);
  await page.goto('/journals/new');
  await page.getByRole('button', { name: 'हिन्दी' }).click();
  await page.getByRole('button', { name: 'स्वीकृति के लिए भेजें' }).waitFor();
  await lookedAt(page, 'journal-new-hi');
  expect(await visibleText(page)).not.toMatch(/Journal|Submit|Debit|Credit|Account,/);
  await close();
}, 180_000);
