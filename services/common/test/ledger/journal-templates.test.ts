import type { JournalTemplateDto, ManualJournalDto, Problem } from '@dhanman/contracts';
import { newId, parseId } from '@dhanman/kernel';
import { Database } from '@dhanman/platform';
import { aMember, query, startService, type StartedService, until } from '@dhanman/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { JournalTemplatesService } from '../../src/journal-templates/journal-templates.service.js';
import type { JournalTemplateId } from '../../src/journal-templates/journal-template.js';
import { common } from '../../src/main.js';
import { type Books, openBooks } from '../support/ledger.js';

let started: StartedService;
let books: Books;
let author: Person;
let approver: Person;

type Verb = 'get' | 'post' | 'put';
type Answer = { readonly status: number; readonly body: JournalTemplateDto & Problem };
type Person = (verb: Verb, path: string, body?: object, version?: number) => Promise<Answer>;

const patience = { deadlineMs: 60_000 };

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

async function aPerson(role: string): Promise<Person> {
  const { organizationId, companyId } = books;
  const { token } = await aMember(started, { organizationId, companyIds: [companyId], grants: [{ role }] });
  return async (verb, path, body, version) => {
    const request = started.agent[verb](`/api/v1/companies/${companyId}/${path}`);
    void request.set('authorization', `Bearer ${token}`);
    if (verb === 'post') void request.set('idempotency-key', newId());
    if (version !== undefined) void request.set('if-match', `"${String(version)}"`);
    const answer = await (verb === 'get' ? request : request.send(body ?? {}));
    return { status: answer.status, body: answer.body as Answer['body'] };
  };
}

const rent = {
  name: 'Rent',
  narration: 'Office rent',
  lines: [
    { account: '53020', side: 'debit', amount: '25000.00' },
    { account: '11110', side: 'credit', amount: '25000.00' },
  ],
};
const monthly = { every: 'month', startsOn: '2026-04-30', reverses: 'never' };

async function written(recurrence: object | undefined, change: object = {}): Promise<JournalTemplateDto> {
  const { status, body } = await author('post', 'journal-templates', { ...rent, ...change, recurrence });
  expect([status, body.detail]).toEqual([201, undefined]);
  return body;
}

async function decided(
  by: Person,
  { id }: JournalTemplateDto,
  verb: 'approve' | 'pause' | 'resume' | 'discard',
): Promise<Answer> {
  const { version } = await shown(id);
  return by('post', `journal-templates/${id}/${verb}`, {}, version);
}

const shown = async (id: string): Promise<JournalTemplateDto> =>
  (await author('get', `journal-templates/${id}`)).body;

/** Begun, without a scheduler that comes before the test does. */
async function begun(recurrence: object, change: object = {}): Promise<JournalTemplateDto> {
  const template = await written(recurrence, change);
  const { status, body } = await decided(approver, template, 'approve');
  expect([status, body.detail]).toEqual([200, undefined]);
  return body;
}

const rows = <Row>(sql: string, ...values: unknown[]): Promise<Row[]> =>
  query<Row & object>(started.database.adminUrl, sql, values);

const make = (id: string): Promise<void> => {
  const scope = { organizationId: books.organizationId, companyId: books.companyId };
  return started.service
    .get(Database)
    .transaction(scope, (tx) =>
      started.service.get(JournalTemplatesService).makeDue(tx, scope, parseId(id) as JournalTemplateId),
    );
};

const entriesOf = (id: string) =>
  rows<{ on: string; kind: string }>(
    `select entered_on::text as "on", entry.kind from journal_entry entry
     join manual_journal journal on journal.id = source_id where template_id = $1 order by sequence`,
    id,
  );

const monthsOf2026 = ['2026-04-30', '2026-05-30', '2026-06-30'];

describe('a template', () => {
  test('without dates is kept for journals that are begun by hand, and needs nobody', async () => {
    const { id, upcoming, state } = await written(undefined, { lines: rent.lines.slice(1) });
    expect([state, upcoming]).toEqual(['draft', []]);
    const refused = await decided(approver, await shown(id), 'approve');
    expect([refused.status, refused.body.code]).toEqual([409, 'template-does-not-recur']);
  });

  test('that recurs shows its next six dates, and has to balance', async () => {
    expect((await written(monthly)).upcoming).toEqual([
      ...monthsOf2026,
      ...['2026-07-30', '2026-08-30', '2026-09-30'],
    ]);
    const unbalanced = { ...rent, lines: rent.lines.slice(1), recurrence: monthly };
    const refused = await author('post', 'journal-templates', unbalanced);
    expect([refused.status, refused.body.code]).toEqual([422, 'template-unbalanced']);
  });

  test('begins when somebody else has approved it, and stops when it is changed', async () => {
    const template = await written({ ...monthly, startsOn: '2099-04-30' });
    const own = await aPerson('owner');
    const edited = await own('put', `journal-templates/${template.id}`, { ...rent, recurrence: monthly }, 1);
    expect(edited.status).toBe(200);
    const refused = await decided(own, template, 'approve');
    expect([refused.status, refused.body.code]).toEqual([403, 'approver-wrote-it']);
    expect((await decided(author, template, 'approve')).status).toBe(403);
    expect((await decided(approver, template, 'approve')).body.state).toBe('active');
    const { version } = await shown(template.id);
    const later = { ...rent, recurrence: { ...monthly, startsOn: '2099-05-31' } };
    const changed = await author('put', `journal-templates/${template.id}`, later, version);
    expect(changed.body).toMatchObject({ state: 'draft', approvals: [] });
    expect(await rows('select 1 from schedule where subject = $1', template.id)).toEqual([]);
  });

  test('whose accounts do not exist does not begin', async () => {
    const lines = [{ ...rent.lines[0], account: '99999' }, rent.lines[1]];
    const refused = await decided(approver, await written(monthly, { lines }), 'approve');
    expect([refused.status, refused.body.code]).toEqual([422, 'journal-not-postable']);
  });
});

describe('a recurring journal', () => {
  test('makes up for dates that were missed, posts each once, and ends', async () => {
    const { id } = await begun({ ...monthly, times: 3 });
    await until(async () => (await shown(id)).state === 'finished', patience);
    const { made, upcoming } = await shown(id);
    expect(made.map(({ on, state }) => [on, state])).toEqual(
      monthsOf2026.toReversed().map((on) => [on, 'posted']),
    );
    expect(upcoming).toEqual([]);
    expect((await entriesOf(id)).map(({ on }) => on)).toEqual(monthsOf2026);
  });

  test('posts each date once, though several make it at the same moment and again', async () => {
    const { id } = await begun({ ...monthly, times: 3 });
    await Promise.all([make(id), make(id), make(id), make(id)]);
    await make(id);
    await until(async () => (await shown(id)).state === 'finished', patience);
    expect((await entriesOf(id)).map(({ on }) => on)).toEqual(monthsOf2026);
  });

  test('that is killed in the middle has made nothing, and everything afterwards', async () => {
    const { id } = await written({ ...monthly, times: 3 });
    await rows(
      `update journal_template set state = 'active', approvals = '[{"by": "${newId()}", "at": "2026-11-01T00:00:00Z"}]'
       where id = $1`,
      id,
    );
    await rows(`create function killed() returns trigger language plpgsql as $$ begin
        if new.template_on = '2026-05-30' then perform pg_terminate_backend(pg_backend_pid()); end if; return new;
      end $$`);
    await rows(
      'create trigger killed before insert on manual_journal for each row execute function killed()',
    );
    await expect(make(id)).rejects.toThrow();
    await rows('drop trigger killed on manual_journal; drop function killed()');
    expect([await entriesOf(id), (await shown(id)).upcoming[0]]).toEqual([[], '2026-04-30']);
    await make(id);
    expect((await entriesOf(id)).map(({ on }) => on)).toEqual(monthsOf2026);
  });

  test('is reversed on the first of the month after, in the same transaction', async () => {
    const { id } = await begun({ ...monthly, times: 1, reverses: 'next-month' });
    await until(async () => (await entriesOf(id)).length === 2, patience);
    expect(await entriesOf(id)).toEqual([
      { on: '2026-04-30', kind: 'ordinary' },
      { on: '2026-05-01', kind: 'reversal' },
    ]);
  });

  test('whose books are closed becomes a draft that says why, and the others go on', async () => {
    const { id } = await begun({ every: 'year', startsOn: '2020-04-30', times: 7, reverses: 'never' });
    await until(async () => (await shown(id)).state === 'finished', patience);
    const { made } = await shown(id);
    expect(made.map(({ state }) => state)).toEqual(['posted', 'posted', ...Array<string>(5).fill('draft')]);
    const draft = (await author('get', `manual-journals/${made.at(-1)!.id}`)).body as unknown;
    expect((draft as ManualJournalDto).returned).toMatchObject({
      by: { name: null },
      reason: expect.stringMatching(/No financial year of this company contains 2020-04-30/),
    });
  });

  test('that is paused makes nothing, and does not make up for it', async () => {
    const template = await begun({ ...monthly, startsOn: '2099-01-31' });
    expect((await decided(author, template, 'pause')).body.state).toBe('paused');
    await rows(
      `update journal_template set recurrence = recurrence || '{"startsOn": "2026-04-30"}' where id = $1`,
      template.id,
    );
    await make(template.id);
    const { body } = await decided(approver, template, 'resume');
    expect([body.state, body.made]).toEqual(['active', []]);
    expect(body.upcoming[0]! > '2026-10-30').toBe(true);
    await make(template.id);
    expect(await entriesOf(template.id)).toEqual([]);
  });
});
