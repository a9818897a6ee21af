import { expect, it } from '@jest/globals';
import { anOwner, lookedAt } from './support/account.js';
import { browser, door } from './support/opened.js';
import { addCustomer, fillLine } from './support/sales.js';

it('reminds a customer in words that were looked at first, once a press, until they say no', async () => {
  const { page, complaints, close } = await anOwner(browser, door);
  await page.goto('/invoices/new');
  await addCustomer(page, { Name: 'Deccan Cafe', 'State code': '27', 'E-mail address': 'cafe@example.in' });
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await fillLine(page, 1, { What: 'Office tea', 'Price in ₹': '900' });
  await page.getByRole('button', { name: 'Save draft' }).click();
  await page.getByRole('heading', { name: 'Draft' }).waitFor();
  await page.getByRole('button', { name: 'Issue invoice' }).click();
  await page.getByText('Posted').waitFor({ timeout: 30_000 });
  const invoice = page.url();

  await page.goto('/sales-settings');
  await page.getByRole('link', { name: 'Open the reminder plan' }).click();
  const first = page.getByRole('group', { name: 'Stage 1' });
  await first.getByLabel('Days from the due date').waitFor();
  await lookedAt(page, 'reminder-plan');
  const subject = first.getByRole('group', { name: 'English' }).getByLabel('Subject');
  const offered = await subject.inputValue();
  await subject.fill('Pay {sum}');
  await page.getByRole('button', { name: 'Save plan' }).click();
  await page
    .getByText(/nothing else in braces/)
    .first()
    .waitFor();
  await lookedAt(page, 'reminder-plan-refused');
  await subject.fill(offered);
  await first.getByRole('button', { name: 'Preview' }).first().click();
  const preview = page.getByRole('dialog');
  await preview.getByText(/^Invoice SI\/\d{4}\/0001 is due on/).waitFor();
  await preview.getByText(/₹900\.00/).waitFor();
  await lookedAt(page, 'reminder-preview');
  await preview.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('button', { name: 'Remove stage 5' }).click();
  await page.getByLabel('Remind customers').check();
  await page.getByRole('button', { name: 'Save plan' }).click();
  await page.getByText('Saved.').waitFor();
  await page.reload();
  await page.getByRole('group', { name: 'Stage 4' }).waitFor();
  expect(await page.getByRole('group', { name: /^Stage/ }).count()).toBe(4);
  expect(await page.getByLabel('Remind customers').isChecked()).toBe(true);
  await page.setViewportSize({ width: 360, height: 740 });
  await lookedAt(page, 'reminder-plan-360');
  await page.setViewportSize({ width: 1280, height: 800 });

  await page.goto(invoice);
  await page.getByRole('button', { name: 'Remind now' }).click();
  const sent = page.getByRole('region', { name: 'Reminders' }).getByText('Taken by the mail server');
  await sent.waitFor({ timeout: 30_000 });
  await lookedAt(page, 'invoice-reminded');
  await page.getByRole('button', { name: 'Remind now' }).click();
  await sent.nth(1).waitFor({ timeout: 30_000 });

  await page.goto('/reminders?state=sent');
  await page.getByText('By hand').nth(1).waitFor();
  expect(await page.getByText('By hand').count()).toBe(2);
  await lookedAt(page, 'reminders');
  await page.getByLabel('State').selectOption({ label: 'Left out' });
  await page.getByText('No reminders yet').waitFor();
  await page.goto('/reminders');
  await page.getByRole('link', { name: 'Deccan Cafe' }).first().click();
  await page.getByLabel('Is reminded of what is due').uncheck();
  await page.getByRole('button', { name: 'Save reminders' }).click();
  await page.getByText('Saved.').waitFor();
  await page.reload();
  const isReminded = page.getByLabel('Is reminded of what is due');
  await isReminded.waitFor();
  expect(await isReminded.isChecked()).toBe(false);
  await lookedAt(page, 'customer-reminders');
  // One refusal was asked for.
  expect(complaints.filter((one) => !one.includes('400'))).toEqual([]);
  await close();
}, 180_000);
