import { newId } from '@dhanman/kernel';
import { expect, it } from '@jest/globals';
import { lookedAt, password, signIn, signUp } from './support/account.js';
import { visit } from './support/browser.js';
import { browser, door } from './support/opened.js';

it('a person signs up, chooses a password by mail, signs in, invites somebody and leaves', async () => {
  const { page, complaints, close } = await visit(browser, door.address);
  const email = `${newId()}@example.com`;
  await signUp(page, door, email);
  await signIn(page, email, password);
  await page.getByRole('link', { name: 'People' }).click();
  await page.getByRole('heading', { name: 'People and roles' }).waitFor();
  await page.getByText('Asha Kulkarni').first().waitFor();
  await lookedAt(page, 'people');
  await page.getByRole('button', { name: 'Invite somebody' }).click();
  await page.getByRole('dialog').getByLabel('E-mail address').fill(`${newId()}@example.com`);
  await page.getByRole('dialog').getByRole('button', { name: 'Send invitation' }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.reload();
  await page.getByRole('heading', { name: 'People and roles' }).waitFor();
  await page.getByRole('button', { name: 'Your account' }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('link', { name: 'Sign in' }).first().waitFor();
  expect(await page.getByRole('link', { name: 'People' }).count()).toBe(0);
  expect(complaints).toEqual([]);
  await close();
}, 120_000);

it('a wrong password is refused without saying whether the address is known', async () => {
  const { page, close } = await visit(browser, door.address);
  await signIn(page, `${newId()}@example.com`, 'not the password');
  await page.getByRole('alert').getByText('The e-mail address or the password is not right.').waitFor();
  await lookedAt(page, 'sign-in-refused');
  await close();
}, 60_000);

it('a page about one’s own things asks for a sign-in first and is there afterwards', async () => {
  const { page, close } = await visit(browser, door.address);
  const email = `${newId()}@example.com`;
  await signUp(page, door, email);
  await page.goto('/security');
  await page.waitForURL(/\/sign-in/);
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.locator('form').getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(/\/security$/);
  await page.getByRole('heading', { name: 'Where you are signed in' }).waitFor();
  await lookedAt(page, 'security');
  await close();
}, 120_000);

/** Somebody on the page with their people, whose session they end from another device when told to. */
async function whoseSessionEnds() {
  const email = `${newId()}@example.com`;
  const [here, elsewhere] = [await visit(browser, door.address), await visit(browser, door.address)];
  await signUp(here.page, door, email);
  for (const { page } of [here, elsewhere]) {
    await signIn(page, email);
    await page.getByRole('button', { name: 'Your account' }).waitFor();
  }
  await here.page.getByRole('link', { name: 'People' }).click();
  await here.page.getByRole('button', { name: 'Invite somebody' }).waitFor();
  const end = async (): Promise<void> => {
    await elsewhere.page.goto('/security');
    const button = elsewhere.page.getByRole('button', { name: /^End session on/ });
    await button.click();
    await button.waitFor({ state: 'detached' });
    await elsewhere.close();
  };
  return { ...here, email, end };
}

it('where a session ends the page says so, keeps what is written, and does it once the same person is back', async () => {
  const { page, email, end, close } = await whoseSessionEnds();
  const invited = `${newId()}@example.com`;
  await page.getByRole('button', { name: 'Invite somebody' }).click();
  await page.getByRole('dialog').getByLabel('E-mail address').fill(invited);
  await end();
  await page.getByRole('dialog').getByRole('button', { name: 'Send invitation' }).click();
  const again = page.getByRole('dialog', { name: 'Sign in again' });
  await again.getByText('Your session has ended.').waitFor();
  expect(await again.getByLabel('E-mail address').inputValue()).toBe(email);
  await lookedAt(page, 'sign-in-again');
  await page.setViewportSize({ width: 360, height: 800 });
  await lookedAt(page, 'sign-in-again-phone');
  await page.setViewportSize({ width: 1280, height: 800 });
  await again.getByLabel('Password', { exact: true }).fill('not the password');
  await again.getByRole('button', { name: 'Sign in', exact: true }).click();
  await again.getByText('The e-mail address or the password is not right.').waitFor();
  await again.getByLabel('Password', { exact: true }).fill(password);
  await again.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('dialog').first().waitFor({ state: 'detached' });
  await page.waitForURL(/\/people$/);
  await page.getByText(invited).first().waitFor();
  expect(await door.linkTo(invited, 'You are invited to Sahyadri Office Supplies')).toContain(door.address);
  await close();
}, 120_000);

it.each(['there', 'in another tab'])(
  'where a session ends and somebody else signs in %s, nothing of the first is sent in their name',
  async (where) => {
    const { page, end, close } = await whoseSessionEnds();
    const other = await visit(browser, door.address);
    const email = `${newId()}@example.com`;
    await signUp(other.page, door, email);
    await other.close();
    const invited = `${newId()}@example.com`;
    await page.getByRole('button', { name: 'Invite somebody' }).click();
    await page.getByRole('dialog').getByLabel('E-mail address').fill(invited);
    await end();
    if (where === 'in another tab') {
      const tab = await page.context().newPage();
      await signIn(tab, email);
      await tab.getByRole('button', { name: 'Your account' }).waitFor();
      await tab.close();
    }
    await page.getByRole('dialog').getByRole('button', { name: 'Send invitation' }).click();
    if (where === 'there') {
      const again = page.getByRole('dialog', { name: 'Sign in again' });
      await again.getByLabel('E-mail address').fill(email);
      await again.getByLabel('Password', { exact: true }).fill(password);
      await again.getByRole('button', { name: 'Sign in', exact: true }).click();
    }
    await page.waitForURL((url) => url.pathname === '/');
    await page.getByRole('button', { name: 'Your account' }).click();
    await page.getByText(email).waitFor();
    await page.goto('/people');
    await page.getByRole('heading', { name: 'People and roles' }).waitFor();
    await page.getByText(email).first().waitFor();
    expect(await page.getByText(invited).count()).toBe(0);
    await close();
  },
  120_000,
);
