import type { EntryDto, EntryPage, FinancialYears, ManualJournalDto, Problem } from '@dhanman/contracts';
import { newId } from '@dhanman/kernel';
import { aMember, aToken, startService, type StartedService } from '@dhanman/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { common } from '../../src/main.js';
import { type Books, openBooks } from '../support/ledger.js';

let started: StartedService;
let books: Books;
let author: Person;
let approver: Person;

interface Person {
  readonly id: string;
  send(method: 'post' | 'put' | 'get', path: string, options?: Options): Promise<Answer>;
}

interface Options {
  readonly body?: object;
  readonly version?: number;
  readonly key?: string;
}

interface Answer {
  readonly status: number;
  readonly body: ManualJournalDto & Problem;
}

beforeAll(async () => {
  started = await startService(common);
});

afterAll(async () => {
  await started.stop();
});

beforeEach(async () => {
  books = await openBooks(started);
  [author, approver] = [await aPerson('accountant'), await aPerson('approver')];
});

async function aPerson(role: string, amountLimit?: string): Promise<Person> {
  const { organizationId, companyId } = books;
  const grants = [{ role, ...(amountLimit !== undefined && { amountLimit }) }];
  const { personId, token } = await aMember(started, { organizationId, companyIds: [companyId], grants });
  return {
    id: personId,
    send: async (method, path, { body, version, key = newId() } = {}) => {
      const request = started.agent[method](`/api/v1/companies/${companyId}/manual-journals${path}`);
      void request.set('authorization', `Bearer ${token}`);
      if (method === 'post') void request.set('idempotency-key', key);
      if (version !== undefined) void request.set('if-match', `"${String(version)}"`);
      const { status, body: answer } = await (method === 'get' ? request : request.send(body ?? {}));
      return { status, body: answer as Answer['body'] };
    },
  };
}

const depreciation = {
  on: '2026-04-30',
  narration: 'Depreciation, April',
  lines: [
    { account: '51730', side: 'debit', amount: '18200.00' },
    { account: '12015', side: 'credit', amount: '18200.00' },
  ],
};

async function aDraft(change: object = {}): Promise<ManualJournalDto> {
  const { status, body } = await author.send('post', '', { body: { ...depreciation, ...change } });
  expect(status).toBe(201);
  return body;
}

async function submitted(change: object = {}): Promise<ManualJournalDto> {
  const { id, version } = await aDraft(change);
  const answer = await author.send('post', `/${id}/submit`, { version });
  expect(answer).toMatchObject({ status: 200, body: { state: 'submitted' } });
  return answer.body;
}

const decide = (who: Person, verb: string, { id, version }: ManualJournalDto, body = {}) =>
  who.send('post', `/${id}/${verb}`, { version, body });

async function lockApril(): Promise<number> {
  const { items } = (await books.get('financial-years')).body as FinancialYears;
  const april = items.flatMap(({ periods }) => periods).find(({ startsOn }) => startsOn === '2026-04-01')!;
  const request = books.send(`periods/${april.id}/lock`).set('if-match', `"${String(april.version)}"`);
  return (await request).status;
}

const entries = async () => ((await books.get('entries?sort=sequence')).body as EntryPage).items;

describe('from draft to entry', () => {
  test('what one writes and another approves is an entry like any other', async () => {
    const waiting = await submitted();
    expect(waiting).toMatchObject({ approvalsNeeded: 1, writtenBy: [{ id: author.id, name: 'A person' }] });
    const { status, body } = await decide(approver, 'approve', waiting);
    expect([status, body.state, body.entry?.number]).toEqual([200, 'posted', 'JV/2627/000001']);
    expect(body.approvals.map(({ by }) => by.id)).toEqual([approver.id]);
    expect(await books.balances()).toEqual({ 12015: '-18200.00', 51730: '18200.00' });
    const entry = (await books.get(`entries/${body.entry!.id}`)).body as EntryDto;
    expect(entry).toMatchObject({
      ...{ kind: 'ordinary', service: 'common', postedBy: approver.id, narration: 'Depreciation, April' },
      source: { document: 'manual-journal', id: waiting.id, version: 1, purpose: 'post' },
    });
  });

  test('nobody approves what they had a hand in, whatever else they may do', async () => {
    const owner = await aPerson('owner');
    const { id, version } = await aDraft();
    const edited = await owner.send('put', `/${id}`, {
      version,
      body: { ...depreciation, narration: 'April' },
    });
    expect(edited).toMatchObject({ status: 200, body: { narration: 'April' } });
    const { body: waiting } = await decide(author, 'submit', edited.body);
    expect(await decide(owner, 'approve', waiting)).toMatchObject({
      status: 403,
      body: { code: 'approver-wrote-it' },
    });
    expect(await decide(author, 'approve', waiting)).toMatchObject({
      status: 403,
      body: { code: 'permission-missing' },
    });
    expect(await entries()).toEqual([]);
  });

  test('above the limit of the company two have to approve, and above that of a role another', async () => {
    const owner = await aPerson('owner');
    const small = await aPerson('approver', '18199.99');
    const { agent } = started;
    const founder = await aMember(started, { organizationId: books.organizationId });
    const company = agent.patch(`/api/v1/companies/${books.companyId}`).set('if-match', '"1"');
    const patch = company
      .set('authorization', `Bearer ${founder.token}`)
      .send({ secondApprovalAbove: '10000.00' });
    expect((await patch).body).toMatchObject({ secondApprovalAbove: '10000.00' });
    const waiting = await submitted();
    expect(waiting.approvalsNeeded).toBe(2);
    expect(await decide(small, 'approve', waiting)).toMatchObject({
      ...{ status: 403, body: { code: 'approval-above-limit', details: { limit: '18199.99' } } },
    });
    const first = await decide(approver, 'approve', waiting);
    expect(first.body).toMatchObject({ state: 'submitted', entry: null });
    expect(await decide(approver, 'approve', first.body)).toMatchObject({
      status: 409,
      body: { code: 'approved-already' },
    });
    expect(await decide(owner, 'approve', first.body)).toMatchObject({
      status: 200,
      body: { state: 'posted' },
    });
  });

  test('comes back with a reason, is mended and goes again; or is withdrawn, or discarded', async () => {
    const returned = await decide(approver, 'return', await submitted(), { reason: 'Wrong month' });
    expect(returned.body).toMatchObject({
      state: 'draft',
      returned: { by: { id: approver.id }, reason: 'Wrong month' },
    });
    const { id, version } = returned.body;
    const mended = await author.send('put', `/${id}`, {
      version,
      body: { ...depreciation, on: '2026-05-31' },
    });
    const again = await decide(author, 'submit', mended.body);
    expect(again.body).toMatchObject({ state: 'submitted', on: '2026-05-31', returned: null });
    const withdrawn = await decide(author, 'withdraw', again.body);
    const discarded = await decide(author, 'discard', withdrawn.body);
    expect(discarded.body.state).toBe('discarded');
    expect((await author.send('get', '')).body).toMatchObject({ items: [] });
    expect((await author.send('get', '?state=discarded')).body).toMatchObject({ items: [{ id }] });
  });
});

describe('what is wrong', () => {
  test('is said of every line at once, before anybody is asked to approve it', async () => {
    const lines = [
      { account: '11200', side: 'debit', amount: '10.00' },
      { account: '999', side: 'debit', amount: '5.00' },
      { account: '11000', side: 'credit', amount: '12.00' },
    ];
    const draft = await aDraft({ on: '2031-01-01', lines });
    const { status, body } = await decide(author, 'submit', draft);
    expect([status, body.code]).toEqual([422, 'journal-not-postable']);
    expect(body.errors!.map(({ path }) => path)).toEqual([
      ...['on', 'lines.0.party', 'lines.1.account', 'lines.2.account', 'lines'],
    ]);
    expect((await author.send('get', `/${draft.id}`)).body).toMatchObject({
      state: 'draft',
      version: draft.version,
    });
  });

  test('a draft that somebody else changed meanwhile is not overwritten', async () => {
    const { id, version } = await aDraft();
    await author.send('put', `/${id}`, { version, body: { ...depreciation, narration: 'First' } });
    const late = await author.send('put', `/${id}`, {
      version,
      body: { ...depreciation, narration: 'Second' },
    });
    expect([late.status, late.body.code]).toEqual([412, 'changed-meanwhile']);
    expect((await author.send('put', `/${id}`, { body: depreciation })).status).toBe(428);
  });

  test('the same draft sent twice under one key is one draft', async () => {
    const key = newId();
    const sent = [1, 2].map(() => author.send('post', '', { key, body: depreciation }));
    const [one, other] = [await sent[0]!, await sent[1]!];
    const again = await author.send('post', '', { key, body: depreciation });
    const ids = [one, other, again].flatMap(({ status, body }) => (status === 201 ? [body.id] : []));
    expect(new Set(ids).size).toBe(1);
    expect((await author.send('get', '')).body).toMatchObject({ items: [{ id: ids[0] }] });
  });
});

describe('reversals', () => {
  test('a posted journal is taken back as any entry is, and says so', async () => {
    const { body } = await decide(approver, 'approve', await submitted());
    const reversal = { on: '2026-05-01', reason: 'Booked twice' };
    expect((await books.send(`entries/${body.entry!.id}/reverse`, reversal)).status).toBe(201);
    expect(await books.balances()).toEqual({});
    expect((await author.send('get', `/${body.id}`)).body.reversal).toMatchObject({
      number: 'JV/2627/000002',
    });
  });

  test('one that is to be reversed brings its reversal with it, dated that day', async () => {
    const { body } = await decide(approver, 'approve', await submitted({ reverseOn: '2026-05-01' }));
    expect(body).toMatchObject({ state: 'posted', reversal: { number: 'JV/2627/000002' } });
    expect((await entries()).map(({ kind, enteredOn }) => [kind, enteredOn])).toEqual([
      ['ordinary', '2026-04-30'],
      ['reversal', '2026-05-01'],
    ]);
    expect(await books.balances()).toEqual({});
  });

  test('a reversal into a year that is not there keeps the journal a draft', async () => {
    const answer = await decide(author, 'submit', await aDraft({ reverseOn: '2027-04-01' }));
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ path: 'reverseOn' }] } });
  });
});

describe('races', () => {
  test('of two who approve at the same moment one posts it, and the other has to look again', async () => {
    const others = await Promise.all(['approver', 'owner', 'administrator'].map((role) => aPerson(role)));
    for (let round = 1; round <= 5; round += 1) {
      const waiting = await submitted();
      const answers = await Promise.all([approver, ...others].map((who) => decide(who, 'approve', waiting)));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412]);
      expect(await entries()).toHaveLength(round);
    }
  });

  test('of an approval and a withdrawal at the same moment one counts', async () => {
    for (let round = 0; round < 5; round += 1) {
      const waiting = await submitted();
      const before = (await entries()).length;
      const [approval] = await Promise.all([
        decide(approver, 'approve', waiting),
        decide(author, 'withdraw', waiting),
      ]);
      const { body } = await author.send('get', `/${waiting.id}`);
      const isPosted = approval.status === 200;
      expect(body.state).toBe(isPosted ? 'posted' : 'draft');
      expect((await entries()).length - before).toBe(isPosted ? 1 : 0);
    }
  });

  test('an approval while the month is locked is in before it, or refused and still waiting', async () => {
    const waiting = await Promise.all(Array.from({ length: 6 }, () => submitted()));
    const [lock, ...answers] = await Promise.all([
      lockApril(),
      ...waiting.map((journal) => decide(approver, 'approve', journal)),
    ]);
    expect(lock).toBe(200);
    const refused = answers.filter(({ status, body }) => status === 409 && body.code === 'period-closed');
    const posted = answers.filter(({ status }) => status === 200);
    expect(posted.length + refused.length).toBe(6);
    expect(await entries()).toHaveLength(posted.length);
    const still = await author.send('get', '?state=submitted');
    expect((still.body as unknown as EntryPage).items).toHaveLength(refused.length);
    const late = await decide(author, 'submit', await aDraft());
    expect(late).toMatchObject({ status: 422, body: { errors: [{ path: 'on' }] } });
  });
});

describe('somebody whom another issuer names, and we do not', () => {
  test('writes a journal all the same, which then says by which subject', async () => {
    const { organizationId, companyId } = books;
    const permissions = ['dhanman.common.journal.create'];
    const token = await aToken({
      organizationId,
      companies: [companyId],
      permissions,
      userId: 'auth0|5f7c8ec7',
    });
    const { body } = await started.agent
      .post(`/api/v1/companies/${companyId}/manual-journals`)
      .set({ authorization: `Bearer ${token}`, 'idempotency-key': newId() })
      .send(depreciation)
      .expect(201);
    expect(body).toMatchObject({ writtenBy: [{ id: 'auth0|5f7c8ec7' }] });
  });
});
