import { newId } from '@dhanman/kernel';
import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { lookedAt, password, signIn, signUp } from './support/account.js';
import { visit, type VisitOptions } from './support/browser.js';
import { browser, door } from './support/opened.js';

const invited = 'You are invited to Sahyadri Office Supplies';

const anAddress = (): string => `${newId()}@example.com`;

/** The owner of a new organization, on the page of its people. */
async function anOwner(): Promise<{ page: Page; close: () => Promise<void> }> {
  const email = anAddress();
  const { page, close } = await visit(browser, door.address);
  await signUp(page, door, email);
  await signIn(page, email);
  await page.getByRole('link', { name: 'People' }).click();
  await page.getByRole('heading', { name: 'People and roles' }).waitFor();
  return { page, close };
}

async function invite(page: Page, email: string): Promise<string> {
  await page.getByRole('button', { name: 'Invite somebody' }).click();
  await page.getByRole('dialog').getByLabel('E-mail address').fill(email);
  await page.getByRole('dialog').getByRole('button', { name: 'Send invitation' }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  return door.linkTo(email, invited);
}

async function elsewhere(options: VisitOptions, act: (page: Page) => Promise<void>): Promise<void> {
  const { page, complaints, close } = await visit(browser, door.address, options);
  await act(page);
  expect(complaints).toEqual([]);
  await close();
}

it('somebody new follows the mail, chooses a password and is in; later their access is taken and given back', async () => {
  const { page, close } = await anOwner();
  const email = anAddress();
  const link = await invite(page, email);
  const narrow: VisitOptions = {
    viewport: { width: 360, height: 800 },
    preferences: { colorScheme: 'dark' },
  };
  await elsewhere(narrow, async (theirs) => {
    await theirs.goto(link);
    await theirs.getByText('Asha Kulkarni invites you to work in Sahyadri Office Supplies').waitFor();
    await theirs.getByLabel('Your name').fill('Ravi Deshmukh');
    await theirs.getByLabel('New password').fill(password);
    await lookedAt(theirs, 'join-new-dark-360');
    await theirs.getByRole('button', { name: 'Join Sahyadri Office Supplies' }).click();
    await theirs.getByRole('button', { name: 'Your account' }).waitFor();
  });
  await page.reload();
  await page.getByRole('button', { name: 'Revoke access of Ravi Deshmukh' }).click();
  await page.getByText('at once, or within half a minute').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke access' }).click();
  await page.getByText('Revoked').waitFor();
  await page.getByRole('button', { name: 'Give access again to Ravi Deshmukh' }).click();
  await lookedAt(page, 'people-restore');
  await page.getByRole('dialog').getByRole('button', { name: 'Give access again' }).click();
  await page.getByRole('button', { name: 'Revoke access of Ravi Deshmukh' }).waitFor();
  await page.getByRole('button', { name: 'Act as Ravi Deshmukh' }).waitFor();
  await door.deactivate(email);
  await page.reload();
  await page.getByText('Account deactivated').waitFor();
  expect(await page.getByRole('button', { name: 'Act as Ravi Deshmukh' }).count()).toBe(0);
  await lookedAt(page, 'people-deactivated');
  await page.setViewportSize({ width: 360, height: 800 });
  await page.getByText('Account deactivated').waitFor();
  await lookedAt(page, 'people-deactivated-phone');
  await close();
}, 180_000);

it('a plan that is full says so, how much it holds and what helps, in English and in Hindi', async () => {
  const email = anAddress();
  const { page, close } = await visit(browser, door.address, { viewport: { width: 360, height: 800 } });
  await signUp(page, door, email);
  await signIn(page, email);
  await page.getByRole('button', { name: 'Your account' }).waitFor();
  await door.fillPlan(email);
  await page.goto('/people');
  const refused = async (open: string, field: string, send: string): Promise<string | null> => {
    await page.getByRole('button', { name: open }).click();
    await page.getByRole('dialog').getByLabel(field).fill(anAddress());
    await page.getByRole('dialog').getByRole('button', { name: send }).click();
    return page.getByRole('dialog').getByRole('alert').textContent();
  };
  expect(await refused('Invite somebody', 'E-mail address', 'Send invitation')).toBe(
    'Your plan has room for 5 people, and all of it is taken. A larger plan makes more; so does giving up what you no longer use.',
  );
  await lookedAt(page, 'people-plan-full');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'हिन्दी' }).click();
  await page.getByRole('button', { name: 'किसी को बुलाएँ' }).waitFor();
  expect(await refused('किसी को बुलाएँ', 'ईमेल पता', 'न्योता भेजें')).toMatch(/सीमा 5 है.*बड़े प्लान में/);
  await lookedAt(page, 'people-plan-full-hi');
  await close();
}, 180_000);

it('somebody with an account signs in to accept and works in the new organization', async () => {
  const { page, close } = await anOwner();
  const email = anAddress();
  await elsewhere({}, (theirs) => signUp(theirs, door, email));
  const link = await invite(page, email);
  await elsewhere({}, async (theirs) => {
    await theirs.goto(link);
    await theirs.getByText('You have an account with this address').waitFor();
    await theirs.getByLabel('Password', { exact: true }).fill(password);
    await lookedAt(theirs, 'join-account');
    await theirs.getByRole('button', { name: 'Sign in', exact: true }).last().click();
    await theirs.getByRole('button', { name: 'Join Sahyadri Office Supplies' }).click();
    await theirs.getByLabel('Organisation').waitFor();
  });
  await close();
}, 180_000);

it('a link for somebody else, an old one and one that was withdrawn say what to do', async () => {
  const { page, close } = await anOwner();
  const email = anAddress();
  const first = await invite(page, email);
  await page.goto(first);
  await page.getByText('You are signed in as').waitFor();
  await lookedAt(page, 'join-another');
  await page.goto('/people');
  await page.getByRole('button', { name: `Send again the invitation of ${email}` }).click();
  await page.getByText('A mail with a new link is on its way').waitFor();
  await lookedAt(page, 'people-sent-again');
  const second = await door.linkTo(email, invited, 2);
  await page.getByRole('button', { name: `Withdraw invitation of ${email}` }).click();
  await page.getByText('Withdrawn').waitFor();
  const { page: theirs, close: leave } = await visit(browser, door.address, {
    preferences: { language: 'hi' },
  });
  await theirs.goto(first);
  await theirs.getByText('यह लिंक काम नहीं करता').waitFor();
  await lookedAt(theirs, 'join-replaced-hi');
  await theirs.goto('/');
  await theirs.goto(second);
  await theirs.getByText('यह न्योता वापस ले लिया गया').waitFor();
  await leave();
  await close();
}, 180_000);
