import { expect, it } from '@jest/globals';
import { anOwner, lookedAt, password } from './support/account.js';
import { browser, door } from './support/opened.js';

it('one chooses a name and a language, which a reload keeps', async () => {
  const { page, complaints, close } = await anOwner(browser, door);
  await page.getByRole('button', { name: 'Asha Kulkarni, Your account' }).click();
  await page.getByRole('link', { name: 'Profile' }).click();
  await page.getByLabel('Your name').fill('Asha Rao');
  expect(await page.getByLabel('E-mail address').getAttribute('readonly')).not.toBeNull();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Asha Rao, Your account' }).waitFor();
  await lookedAt(page, 'profile');
  await page.getByLabel('Language').selectOption({ label: 'हिन्दी' });
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('heading', { name: 'प्रोफ़ाइल' }).waitFor();
  await page.reload();
  await page.getByRole('heading', { name: 'प्रोफ़ाइल' }).waitFor();
  expect(await page.locator('input[name=name]').inputValue()).toBe('Asha Rao');
  await lookedAt(page, 'profile-hi');
  expect(complaints).toEqual([]);
  await close();
}, 180_000);

it('one changes the password with the present one, and hears what is wrong with it', async () => {
  const { page, close } = await anOwner(browser, door);
  await page.goto('/security');
  await page.getByRole('button', { name: 'Change password' }).click();
  const dialog = page.getByRole('dialog');
  const change = async (present: string, next: string) => {
    await dialog.getByLabel('Present password').fill(present);
    await dialog.getByLabel('New password').fill(next);
    await dialog.getByRole('button', { name: 'Change password' }).click();
  };
  await change('not the present one', 'kaveri sweets 1998');
  await dialog.getByText('This is not your present password.').first().waitFor();
  await change(password, 'password12');
  await dialog.locator('[aria-invalid=true][name=password]').waitFor();
  await lookedAt(page, 'change-password');
  await change(password, 'kaveri sweets 1998');
  await page.getByText('Your password is changed.').waitFor();
  await page.reload();
  await page.getByRole('button', { name: 'Change password' }).waitFor();
  await close();
}, 180_000);
