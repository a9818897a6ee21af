import { newId } from '@dhanman/kernel';
import { Database } from '@dhanman/platform';
import { aMember, type Hearing, hearing, startService, type StartedService, until } from '@dhanman/testing';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { LedgerService } from '../src/ledger/ledger.service.js';
import { common } from '../src/main.js';
import { asking, type Books, openBooks } from './support/ledger.js';

let started: StartedService;
let books: Books;
let open: Hearing[];

beforeAll(async () => {
  started = await startService(common);
});

afterAll(async () => {
  await started.stop();
});

beforeEach(async () => {
  [books, open] = [await openBooks(started), []];
});

afterEach(() => {
  for (const one of open) one.leave();
});

async function listening(as: string, { organizationId, companyId }: Books = books): Promise<Hearing> {
  const grants = [{ role: as }];
  const member = await aMember(started, { organizationId, companyIds: [companyId], grants });
  const one = await hearing(started.url, member);
  open.push(one);
  await until(() => one.words.includes('ready'));
  return one;
}

const anEntry = (amount = '100.00') =>
  asking([
    ['51730', amount, ''],
    ['12015', '', amount],
  ]);

async function posted(...asked: readonly ReturnType<typeof anEntry>[]): Promise<void> {
  const outcomes = await books.post(...asked);
  expect(outcomes.filter((outcome) => !('posted' in outcome))).toEqual([]);
}

const kinds = ({ changed }: Hearing): readonly string[] => changed.map(({ entity }) => entity);

test('every entry that reaches the books is told to whoever may read entries, and to nobody else', async () => {
  const [accountant, seller] = [await listening('accountant'), await listening('sales')];
  const elsewhere = await listening('owner', await openBooks(started));
  await posted(anEntry(), anEntry('200.00'));
  await until(() => kinds(accountant).length === 2);
  const { body } = await books.get('entries?sort=sequence');
  const entries = (body as { items: { id: string }[] }).items.map(({ id }) => id);
  expect(accountant.changed).toEqual(entries.map((id) => ({ entity: 'journal-entry', id, version: 1 })));
  // What all companies share is told in each, so that by now the others would have heard of the entries.
  expect([kinds(seller), kinds(elsewhere)]).toEqual([[], []]);
});

test('an entry that was rolled back is not told', async () => {
  const one = await listening('owner');
  const { service } = started;
  const failing = service.get(Database).transaction(books, async (tx) => {
    await service.get(LedgerService).postAll(tx, books, [anEntry()]);
    throw new Error('changed their mind');
  });
  await expect(failing).rejects.toThrow('changed their mind');
  await posted(anEntry());
  await until(() => kinds(one).length > 0);
  expect(kinds(one)).toEqual(['journal-entry']);
});

test('a journal is told as it is written, and as it is submitted', async () => {
  const one = await listening('approver');
  const lines = [
    { account: '51730', side: 'debit', amount: '18200.00' },
    { account: '12015', side: 'credit', amount: '18200.00' },
  ];
  const draft = await books
    .send('manual-journals', { on: '2026-04-30', narration: 'Depreciation', lines })
    .set('idempotency-key', newId());
  const { id, version } = draft.body as { id: string; version: number };
  await until(() => one.changed.length === 1);
  await books
    .send(`manual-journals/${id}/submit`)
    .set('if-match', `"${String(version)}"`)
    .set('idempotency-key', newId());
  await until(() => one.changed.length === 2);
  expect(one.changed).toEqual([1, 2].map((of) => ({ entity: 'manual-journal', id, version: of })));
});

test('an account, which all companies of an organization share, is told in each of them and in no other', async () => {
  const { organizationId } = books;
  const beside = await openBooks(started, { organizationId });
  const [here, there] = [await listening('accountant'), await listening('accountant', beside)];
  const elsewhere = await listening('owner', await openBooks(started));
  const founder = await aMember(started, { organizationId });
  const { body: chart } = await started.agent
    .get('/api/v1/chart')
    .set('authorization', `Bearer ${founder.token}`);
  const account = (chart as { accounts: { id: string; version: number; code: string }[] }).accounts.find(
    ({ code }) => code === '51730',
  )!;
  const changed = await started.agent
    .patch(`/api/v1/chart/accounts/${account.id}`)
    .set({ authorization: `Bearer ${founder.token}`, 'if-match': `"${String(account.version)}"` })
    .send({ name: 'Depreciation of machines' });
  expect(changed.status).toBe(200);
  await until(() => here.changed.length > 0 && there.changed.length > 0);
  const told = { entity: 'account', id: account.id, version: account.version + 1 };
  expect([here.changed, there.changed, elsewhere.changed]).toEqual([[told], [told], []]);
});
