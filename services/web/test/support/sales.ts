import type { Page } from 'playwright-core';

export async function fillLine(
  page: Page,
  number: number,
  fields: Readonly<Record<string, string>>,
): Promise<void> {
  const group = page.getByRole('group', { name: `Line ${String(number)}` });
  for (const [label, value] of Object.entries(fields)) await group.getByLabel(label).fill(value);
}

export async function addCustomer(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  await page.getByRole('button', { name: 'New customer' }).click();
  const dialog = page.getByRole('dialog');
  for (const [label, value] of Object.entries(fields)) await dialog.getByLabel(label).fill(value);
  await dialog.getByRole('button', { name: 'Add customer' }).click();
}

/** One customer is billed for one thing, and the ledger has it. */
export async function bill(page: Page, price: string): Promise<void> {
  await issue(page, price);
  await page.getByText('Posted').waitFor({ timeout: 30_000 });
}

/** The same, whatever the ledger says to it. */
export async function issue(page: Page, price: string, on?: string): Promise<void> {
  await page.goto('/invoices/new');
  await addCustomer(page, { Name: 'Deccan Cafe', 'State code': '27' });
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  if (on !== undefined) await page.getByLabel('Date').fill(on);
  await fillLine(page, 1, { What: 'Office tea', 'Price in ₹': price });
  await page.getByRole('button', { name: 'Save draft' }).click();
  await page.getByRole('heading', { name: 'Draft' }).waitFor();
  await page.getByRole('button', { name: 'Issue invoice' }).click();
}
