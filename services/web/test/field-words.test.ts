import { expect, it } from '@jest/globals';
import { anOwner, lookedAt } from './support/account.js';
import { browser, door } from './support/opened.js';
import { bill } from './support/sales.js';

it('what a service finds wrong with a field is said there in Hindi, with its figures and no English', async () => {
  const { page, close } = await anOwner(browser, door);
  await bill(page, '905.00');
  await page.getByText('Posted', { exact: true }).first().waitFor({ timeout: 30_000 });
  await page.getByRole('button', { name: 'हिन्दी' }).click();
  await page.getByRole('button', { name: 'बट्टे खाते' }).first().click();
  const dialog = page.getByRole('dialog');
  const [amount, reason] = [dialog.locator('[name=amount]'), dialog.locator('[name=reason]')];
  const send = dialog.locator('button[type=submit]');

  await amount.fill('905.01');
  await reason.fill('x');
  await send.click();
  await dialog.getByText('इस बिल में केवल ₹905.00 बकाया है: उतना या कम लिखें।').waitFor();
  await lookedAt(page, 'field-words-rule-hindi');

  await amount.fill('905');
  await reason.fill(' ');
  await send.click();
  await dialog.getByText('इसे ख़ाली न छोड़ें।').waitFor();
  await lookedAt(page, 'field-words-schema-hindi');
  expect(await dialog.locator('[lang=en]').count()).toBe(0);
  await close();
}, 120_000);
