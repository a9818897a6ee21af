import { newId } from '@dhanman/kernel';
import { expect, it } from '@jest/globals';
import { anOwner, lookedAt, password, signIn } from './support/account.js';
import { visit } from './support/browser.js';
import { browser, door } from './support/opened.js';

it('an only owner is told what to do first; somebody else closes their account and is out', async () => {
  const { page, close } = await anOwner(browser, door);
  await page.goto('/security');
  await page.getByRole('button', { name: 'Close account' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Present password').fill(password);
  await dialog.getByRole('button', { name: 'Close account' }).click();
  await dialog.getByText('You are the only owner of Sahyadri Office Supplies.').waitFor();
  await lookedAt(page, 'close-account-only-owner');
  await page.keyboard.press('Escape');

  const email = `${newId()}@example.com`;
  await page.goto('/people');
  await page.getByRole('button', { name: 'Invite somebody' }).click();
  await dialog.getByLabel('E-mail address').fill(email);
  await dialog.getByRole('button', { name: 'Send invitation' }).click();
  await dialog.waitFor({ state: 'hidden' });
  const link = await door.linkTo(email, 'You are invited to Sahyadri Office Supplies');
  await close();
  await closedInHindi(link, email);
}, 180_000);

async function closedInHindi(link: string, email: string): Promise<void> {
  const { page, close } = await visit(browser, door.address, { viewport: { width: 360, height: 800 } });
  await page.goto(link);
  await page.getByLabel('Your name').fill('Ravi Deshmukh');
  await page.getByLabel('New password').fill(password);
  await page.getByRole('button', { name: 'Join Sahyadri Office Supplies' }).click();
  await page.getByRole('button', { name: 'Your account' }).waitFor();
  await page.goto('/security');
  await page.getByRole('heading', { name: 'Close account' }).waitFor();
  await page.getByRole('button', { name: 'हिन्दी' }).click();
  await page.getByRole('button', { name: 'खाता बंद करें' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.locator('[name=currentPassword]').fill('not this one');
  await dialog.getByRole('button', { name: 'खाता बंद करें' }).click();
  await dialog.getByText('यह आपका मौजूदा पासवर्ड नहीं है।').first().waitFor();
  await lookedAt(page, 'close-account-wrong-password-hindi-360');
  await dialog.locator('[name=currentPassword]').fill(password);
  await dialog.getByRole('button', { name: 'खाता बंद करें' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: 'English' }).click();
  await signIn(page, email);
  await page.getByText('The e-mail address or the password is not right.').waitFor();
  expect(page.url()).toContain('/sign-in');
  await close();
}
