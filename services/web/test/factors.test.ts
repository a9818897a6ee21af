import { newId, systemClock } from '@dhanman/kernel';
import { expect, it } from '@jest/globals';
import { generate } from 'otplib';
import type { Page } from 'playwright-core';
import { lookedAt, password, signIn, signUp } from './support/account.js';
import { visit } from './support/browser.js';
import { browser, door } from './support/opened.js';

/** Somebody new, on the page about their security. */
async function signedInAt(page: Page): Promise<string> {
  const email = `${newId()}@example.com`;
  await signUp(page, door, email);
  await signIn(page, email);
  await page.getByRole('button', { name: 'Your account' }).waitFor();
  await page.goto('/security');
  await page.getByRole('heading', { name: 'Passkeys' }).waitFor();
  return email;
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Your account' }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('link', { name: 'Sign in' }).first().waitFor();
}

/** A phone with a fingerprint reader, whose owner is there. */
async function withAuthenticator(page: Page): Promise<{ verify(isUserVerified: boolean): Promise<void> }> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true },
      ...{ isUserVerified: true, automaticPresenceSimulation: true },
    },
  });
  return {
    verify: async (isUserVerified) => {
      await devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified });
    },
  };
}

it('a passkey is made, named, opens the account without the password, and is removed', async () => {
  const { page, complaints, close } = await visit(browser, door.address);
  const finger = await withAuthenticator(page);
  await signedInAt(page);
  await page.getByRole('button', { name: 'Add passkey' }).click();
  await page.getByLabel('Name').fill('My phone');
  await page.getByLabel('Password', { exact: true }).fill(password);
  await lookedAt(page, 'passkey-add');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByText('My phone').waitFor();
  await lookedAt(page, 'passkeys');
  await signOut(page);
  await page.goto('/sign-in');
  await lookedAt(page, 'sign-in-passkey');
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.getByRole('button', { name: 'Your account' }).waitFor();
  expect(complaints).toEqual([]);
  await signOut(page);
  await finger.verify(false);
  await page.goto('/sign-in');
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.getByText('No passkey was used').waitFor();
  await finger.verify(true);
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.getByRole('button', { name: 'Your account' }).waitFor();
  await page.goto('/security');
  await page.getByRole('button', { name: 'Remove passkey My phone' }).click();
  await page.getByText('My phone').waitFor({ state: 'detached' });
  await signOut(page);
  await page.goto('/sign-in');
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.getByText('This passkey does not open an account here').waitFor();
  await close();
}, 180_000);

it('a passkey is renamed: not to nothing, not when one thinks better of it, and under the new name it still opens', async () => {
  const { page, close } = await visit(browser, door.address);
  await withAuthenticator(page);
  await signedInAt(page);
  await page.getByRole('button', { name: 'Add passkey' }).click();
  await page.getByLabel('Name').fill('My phone');
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Continue' }).click();
  const passkeys = page.getByRole('table', { name: 'Passkeys' });
  const dialog = page.getByRole('dialog');
  const rename = async (from: string, to: string): Promise<void> => {
    await page.getByRole('button', { name: `Rename passkey ${from}` }).click();
    expect(await dialog.getByLabel('Name').inputValue()).toBe(from);
    await dialog.getByLabel('Name').fill(to);
  };
  await rename('My phone', 'Never mind');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await passkeys.getByText('My phone').waitFor();
  await rename('My phone', '   ');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.getByRole('alert').first().waitFor();
  await dialog.getByLabel('Name').fill('Work phone of Asha');
  await lookedAt(page, 'passkey-rename');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await passkeys.getByText('Work phone of Asha').waitFor();
  await page.reload();
  await passkeys.getByText('Work phone of Asha').waitFor();
  expect(await page.getByText('My phone').count()).toBe(0);
  await page.setViewportSize({ width: 360, height: 800 });
  await rename('Work phone of Asha', 'Work phone');
  await lookedAt(page, 'passkey-rename-phone');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await page.setViewportSize({ width: 1280, height: 800 });
  await signOut(page);
  await page.goto('/sign-in');
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.getByRole('button', { name: 'Your account' }).waitFor();
  await close();
}, 180_000);

it('a second factor is set up, asked for, and replaced by a recovery code that works once', async () => {
  const { page, close } = await visit(browser, door.address);
  const email = await signedInAt(page);
  await page.getByRole('button', { name: 'Set up second factor' }).click();
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Continue' }).click();
  const key = await page.getByRole('dialog').locator('code').innerText();
  const secret = key.replaceAll(/\s/g, '');
  await page.getByLabel('Six digits').fill(await generate({ secret }));
  await page.getByRole('button', { name: 'Verify' }).click();
  await page.getByText('each of these codes opens your account once').waitFor();
  await lookedAt(page, 'recovery-codes');
  const code = await page.getByRole('dialog').locator('li code').first().innerText();
  await page.getByRole('button', { name: 'I stored them' }).click();
  await page.getByText('Recovery codes left: 10').waitFor();
  const atTheDoor = async (): Promise<void> => {
    await signOut(page);
    await signIn(page, email);
    await page.getByLabel('Six digits').waitFor();
  };
  const withRecoveryCode = async (): Promise<void> => {
    await atTheDoor();
    await page.getByRole('button', { name: 'Use a recovery code' }).click();
    await page.getByLabel('Recovery code').fill(code);
    await page.getByRole('button', { name: 'Verify' }).click();
  };
  await atTheDoor();
  await lookedAt(page, 'sign-in-second-factor');
  // The code of this half minute was used to set it up; the next one is good already.
  const epoch = Math.floor(systemClock.now().getTime() / 1000) + 30;
  await page.getByLabel('Six digits').fill(await generate({ secret, epoch }));
  await page.getByRole('button', { name: 'Your account' }).waitFor();
  await withRecoveryCode();
  await page.getByRole('button', { name: 'Your account' }).waitFor();
  await withRecoveryCode();
  await page.getByRole('alert').getByText('it was used already').waitFor();
  await close();
}, 180_000);
