import type { BudgetDto, JournalTemplateDto, ManualJournalDto, Problem } from '@dhanman/contracts';
import { newId } from '@dhanman/kernel';
import { aMember, query, startService, type StartedService } from '@dhanman/testing';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { common } from '../../src/main.js';
import { type Books, openBooks } from '../support/ledger.js';

let started: StartedService;
let books: Books;
let owner: Person;

type Answer = {
  readonly status: number;
  readonly body: ManualJournalDto & JournalTemplateDto & BudgetDto & Problem;
};
type Send = (
  verb: 'get' | 'post' | 'patch' | 'put',
  path: string,
  body?: object,
  version?: number,
) => Promise<Answer>;
type Person = { readonly id: string; readonly send: Send };

beforeAll(async () => {
  started = await startService(common);
});

afterAll(async () => {
  await started.stop();
});

/** An organization of its own: whoever `openBooks` made leaves it, so that there is one person in it. */
beforeEach(async () => {
  books = await openBooks(started);
  await query(
    started.database.adminUrl,
    'update membership set is_active = false where organization_id = $1',
    [books.organizationId],
  );
  owner = await aPerson({ role: 'owner' });
});

async function aPerson(
  ...grants: { role: string; companyId?: string; amountLimit?: string }[]
): Promise<Person> {
  const { organizationId, companyId } = books;
  const { personId: id, token } = await aMember(started, { organizationId, companyIds: [companyId], grants });
  const send: Send = async (verb, path, body, version) => {
    const request = started.agent[verb](`/api/v1/companies/${companyId}${path}`);
    void request.set('authorization', `Bearer ${token}`);
    if (verb === 'post') void request.set('idempotency-key', newId());
    if (version !== undefined) void request.set('if-match', `"${String(version)}"`);
    const answer = await (verb === 'get' ? request : request.send(body ?? {}));
    return { status: answer.status, body: answer.body as Answer['body'] };
  };
  return { id, send };
}

async function allow(change: object = { authorMayApprove: true }): Promise<void> {
  const { body } = await owner.send('get', '');
  expect(await owner.send('patch', '', change, body.version)).toMatchObject({ status: 200, body: change });
}

const rent = {
  narration: 'Office rent',
  lines: [
    { account: '53020', side: 'debit', amount: '25000.00' },
    { account: '11110', side: 'credit', amount: '25000.00' },
  ],
};

async function submitted(): Promise<ManualJournalDto> {
  const draft = (await owner.send('post', '/manual-journals', { ...rent, on: '2026-04-30' })).body;
  return (await owner.send('post', `/manual-journals/${draft.id}/submit`, {}, draft.version)).body;
}

const approve = (who: Person, { id, version }: ManualJournalDto): Promise<Answer> =>
  who.send('post', `/manual-journals/${id}/approve`, {}, version);
const refused = { status: 403, body: { code: 'approver-wrote-it' } };
const shown = async ({ id }: ManualJournalDto): Promise<ManualJournalDto> =>
  (await owner.send('get', `/manual-journals/${id}`)).body;

test('one person alone posts what they wrote once the company allows it, and it says so for ever', async () => {
  const waiting = await submitted();
  expect(waiting.mayApproveOwn).toBe(false);
  expect(await approve(owner, waiting)).toMatchObject(refused);
  await allow();
  expect((await shown(waiting)).mayApproveOwn).toBe(true);
  const { status, body } = await approve(owner, waiting);
  expect([status, body.state, body.mayApproveOwn]).toEqual([200, 'posted', false]);
  expect(body.approvals).toMatchObject([{ by: { id: owner.id }, byAuthor: true }]);
  const trail = await query<{ changes: unknown }>(
    started.database.adminUrl,
    `select changes from audit where entity = 'manual-journal' and entity_id = $1 and actor = $2 order by at desc limit 1`,
    [waiting.id, owner.id],
  );
  expect(JSON.stringify(trail)).toMatch(/"byAuthor": ?true/);
});

test.each([
  ['approver', undefined],
  ['approver', '1.00'],
  ['administrator', undefined],
])('it ends as soon as a second person may approve: %s up to %s', async (role, amountLimit) => {
  await allow();
  const waiting = await submitted();
  const second = await aPerson({ role, ...(amountLimit !== undefined && { amountLimit }) });
  expect((await shown(waiting)).mayApproveOwn).toBe(false);
  expect(await approve(owner, waiting)).toMatchObject(refused);
  await query(started.database.adminUrl, 'update membership set is_active = false where person_id = $1', [
    second.id,
  ]);
  expect(await approve(owner, waiting)).toMatchObject({ status: 200, body: { state: 'posted' } });
});

test('who may not approve, or only in another company, is no second person', async () => {
  await allow();
  await aPerson({ role: 'accountant' }, { role: 'approver', companyId: newId() });
  expect(await approve(owner, await submitted())).toMatchObject({ status: 200 });
});

test('a person with a role of the organization’s own that approves is a second one', async () => {
  await allow();
  const role = newId();
  await query(
    started.database.adminUrl,
    `insert into role (organization_id, id, name, patterns, is_active)
     values ($1, $2, 'Checker', '["dhanman.common.journal.approve"]', true)`,
    [books.organizationId, role],
  );
  const waiting = await submitted();
  await aPerson({ role });
  expect(await approve(owner, waiting)).toMatchObject(refused);
});

test('where two have to approve, the author is never one of them', async () => {
  await allow({ authorMayApprove: true, secondApprovalAbove: '24999.99' });
  const waiting = await submitted();
  expect(waiting).toMatchObject({ approvalsNeeded: 2, mayApproveOwn: false });
  expect(await approve(owner, waiting)).toMatchObject(refused);
});

test('what recurs begins in the same way', async () => {
  const recurrence = { every: 'month', startsOn: '2099-04-30', reverses: 'never' };
  const written = await owner.send('post', '/journal-templates', { ...rent, name: 'Rent', recurrence });
  const { id, version, mayApproveOwn } = written.body;
  expect(mayApproveOwn).toBe(false);
  const begin = () => owner.send('post', `/journal-templates/${id}/approve`, {}, version);
  expect(await begin()).toMatchObject(refused);
  await allow();
  expect((await owner.send('get', `/journal-templates/${id}`)).body.mayApproveOwn).toBe(true);
  const begun = await begin();
  expect(begun.body).toMatchObject({ state: 'active', approvals: [{ byAuthor: true }] });
});

async function aWaitingBudget(): Promise<BudgetDto> {
  const found = await query<{ year: string; account: string }>(
    started.database.adminUrl,
    `select year.id as year, account.id as account
     from financial_year year join account using (organization_id)
     where company_id = $1 and label = '2026-27' and account.code = '53020'`,
    [books.companyId],
  );
  const [{ year, account }] = found as [{ year: string; account: string }];
  const { id, version } = (await owner.send('post', '/budgets', { financialYearId: year })).body;
  const lines = [{ accountId: account, months: Array<string>(12).fill('25000.00') }];
  const written = (await owner.send('put', `/budgets/${id}`, { lines }, version)).body;
  return (await owner.send('post', `/budgets/${id}/submit`, {}, written.version)).body;
}

const approveBudget = (who: Person, { id, version }: BudgetDto): Promise<Answer> =>
  who.send('post', `/budgets/${id}/approve`, {}, version);
const budgetAsShown = async ({ id }: BudgetDto): Promise<BudgetDto> =>
  (await owner.send('get', `/budgets/${id}`)).body;

test('a budget holds by its only approver once the company allows it, and it says so for ever', async () => {
  const waiting = await aWaitingBudget();
  expect(waiting.mayApproveOwn).toBe(false);
  expect(await approveBudget(owner, waiting)).toMatchObject(refused);
  await allow();
  expect((await budgetAsShown(waiting)).mayApproveOwn).toBe(true);
  const { status, body } = await approveBudget(owner, waiting);
  expect([status, body.state, body.isInForce, body.mayApproveOwn]).toEqual([200, 'approved', true, false]);
  expect(body.approved).toMatchObject({ by: { id: owner.id }, byAuthor: true });
  const trail = await query<{ changes: unknown }>(
    started.database.adminUrl,
    `select changes from audit where entity = 'budget' and entity_id = $1 and actor = $2 order by at desc limit 1`,
    [waiting.id, owner.id],
  );
  expect(JSON.stringify(trail)).toContain('approvedByAuthor');
});

test('a second person who may approve budgets ends it, and one who may approve journals alone does not', async () => {
  await allow();
  const role = newId();
  await query(
    started.database.adminUrl,
    `insert into role (organization_id, id, name, patterns, is_active)
     values ($1, $2, 'Checker of journals', '["dhanman.common.journal.approve"]', true)`,
    [books.organizationId, role],
  );
  await aPerson({ role });
  const waiting = await aWaitingBudget();
  expect(waiting.mayApproveOwn).toBe(true);
  const second = await aPerson({ role: 'approver', amountLimit: '1.00' });
  expect((await budgetAsShown(waiting)).mayApproveOwn).toBe(false);
  expect(await approveBudget(owner, waiting)).toMatchObject(refused);
  await query(started.database.adminUrl, 'update membership set is_active = false where person_id = $1', [
    second.id,
  ]);
  expect(await approveBudget(owner, waiting)).toMatchObject({ status: 200, body: { state: 'approved' } });
});

test('the database keeps no approval by an author that does not say so', async () => {
  const { id } = await aWaitingBudget();
  const write = query(
    started.database.adminUrl,
    `update budget set state = 'approved', approved_by = $2 where id = $1`,
    [id, owner.id],
  );
  await expect(write).rejects.toThrow('budget_approved_by_author');
});
