import { type AuditPage, permissions } from '@dhanman/contracts';
import { newId } from '@dhanman/kernel';
import { aToken, query, startService, type StartedService } from '@dhanman/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { EntitySchema } from 'typeorm';
import { change, Database } from '../src/index.js';
import { unmasked } from '../src/audit/masked.js';
import { Line, NoteTable, notes } from './support/notes.js';
import { aNote, keyOf } from './support/open-database.js';

let started: StartedService;

beforeAll(async () => {
  started = await startService(notes);
});

afterAll(async () => {
  await started.stop();
});

const toSearch = 'dhanman.notes.audit.read';
const everyPermission: readonly string[] = [...permissions, toSearch];

/** Somebody of one company, and what they can ask. */
async function aPerson({ organizationId = newId(), companyId = newId(), may = everyPermission } = {}) {
  const userId = newId();
  const token = await aToken({ organizationId, companies: [companyId], permissions: may, userId });
  const path = `/api/v1/companies/${companyId}/notes`;
  const ask = (method: 'get' | 'post' | 'patch', address: string) =>
    started.agent[method](address).set('authorization', `Bearer ${token}`);
  const audit = async (asked = ''): Promise<AuditPage> =>
    (await ask('get', `/api/v1/audit${asked}`).expect(200)).body as AuditPage;
  const write = async (text = `note ${newId()}`): Promise<string> =>
    ((await ask('post', path).send({ text }).expect(201)).body as { id: string }).id;
  const rewrite = (id: string, version: number, text: string) =>
    ask('patch', `${path}/${id}`).set('if-match', `"${version}"`).send({ text });
  return { organizationId, companyId, userId, path, ask, audit, write, rewrite };
}

describe('the audit trail', () => {
  test('tells who made a record, from where, and what each later change replaced', async () => {
    const person = await aPerson();
    const id = await person.write('first');
    await person.rewrite(id, 1, 'second').expect(200);
    await person.rewrite(id, 2, 'third').set('x-correlation-id', 'story-of-a-note').expect(200);
    const { items } = await person.audit(`?entity=note&entityId=${id}&sort=at`);
    expect(items.map(({ action, entityVersion, changes }) => ({ action, entityVersion, changes }))).toEqual([
      {
        action: 'created',
        entityVersion: 1,
        changes: [
          { field: 'text', before: null, after: 'first' },
          { field: 'count', before: null, after: 0 },
        ],
      },
      {
        action: 'changed',
        entityVersion: 2,
        changes: [{ field: 'text', before: 'first', after: 'second' }],
      },
      { action: 'changed', entityVersion: 3, changes: [{ field: 'text', before: 'second', after: 'third' }] },
    ]);
    for (const item of items) {
      expect(item).toMatchObject({ actor: person.userId, companyId: person.companyId, address: '127.0.0.1' });
    }
    expect(items[2]).toMatchObject({ correlationId: 'story-of-a-note', actingFor: null });
  });

  test('is a file of all that was looked for, in which no field is a formula, and of nobody else', async () => {
    const person = await aPerson();
    const evil = '=HYPERLINK("https://evil.example","pay")';
    const id = await person.write(evil);
    const written = await Promise.all(Array.from({ length: 60 }, () => person.write()));
    const stranger = await aPerson();
    await stranger.write('of a stranger');
    const { text, headers } = await person.ask('get', '/api/v1/audit?format=csv&entity=note').expect(200);
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(headers['content-disposition']).toBe('attachment; filename="audit-notes.csv"');
    for (const each of [id, ...written]) expect(text.match(new RegExp(`note,${each},`, 'g'))).toHaveLength(2);
    expect(text).toContain(`"'${evil.replaceAll('"', '""')}"`);
    expect(text).not.toContain('of a stranger');
    const one = await person.ask('get', `/api/v1/audit?format=csv&entityId=${id}`).expect(200);
    expect(one.text.split('\r\n')).toHaveLength(6);
    await person.ask('get', '/api/v1/audit?format=xml').expect(400);
  });

  test.each(['csv', 'json'])(
    'as %s is refused to who has every permission but that to search it',
    async (format) => {
      const companyId = newId();
      const owner = await aPerson({ companyId });
      const id = await owner.write();
      const may = everyPermission.filter((permission) => permission !== toSearch);
      const other = await aPerson({ ...owner, may });
      const { body, headers, text } = await other.ask('get', `/api/v1/audit?format=${format}`).expect(403);
      expect(body).toMatchObject({ code: 'permission-missing' });
      expect(headers['content-type']).toMatch('application/problem+json');
      expect(text).not.toContain(id);
      const reader = await aPerson({ ...owner, may: [toSearch] });
      const file = await reader.ask('get', `/api/v1/audit?format=${format}`).expect(200);
      expect(file.text).toContain(id);
    },
  );

  test('holds nothing of what was undone, and nothing for a change that changes nothing', async () => {
    const person = await aPerson();
    const id = await person.write('kept');
    await person.rewrite(id, 7, 'too late').expect(412);
    const db = started.service.get(Database);
    const scope = { organizationId: person.organizationId, companyId: person.companyId };
    const failing = db.transaction(scope, async (tx) => {
      await change(tx, NoteTable, { ...scope, id } as never, (note) => note.with({ text: 'undone' }));
      throw new Error('second thoughts');
    });
    await expect(failing).rejects.toThrow('second thoughts');
    await db.transaction(scope, (tx) => change(tx, NoteTable, { ...scope, id } as never, (note) => note));
    expect((await person.audit()).items.map(({ action }) => action)).toEqual(['created']);
  });

  test('keeps the end of a masked number only, and the parts of a record that changed', async () => {
    const db = started.service.get(Database);
    const person = await aPerson();
    const note = await aNote(db, person);
    const { organizationId } = note;
    const line = new Line({ organizationId, id: newId(), text: 'one line' });
    await db.transaction(person, (tx) =>
      change(tx, NoteTable, keyOf(note), (current) => current.with({ pan: 'ABCPE1234F', lines: [line] })),
    );
    await db.transaction(person, (tx) =>
      change(tx, NoteTable, keyOf(note), (current) => current.with({ pan: 'ZZZPE9876Z' })),
    );
    const { items } = await person.audit('?action=changed&sort=at');
    expect(items.map(({ changes }) => changes)).toEqual([
      [
        { field: 'pan', before: null, after: '…234F' },
        { field: 'lines', before: [], after: [{ id: line.id, text: 'one line' }] },
      ],
      [{ field: 'pan', before: '…234F', after: '…876Z' }],
    ]);
    const everything = await query(started.database.adminUrl, `select changes::text from audit`);
    expect(JSON.stringify(everything)).not.toMatch(/ABCPE1234F|ZZZPE9876Z/);
  });

  test('cannot be edited: not by the service, not by the owner of the tables, not by a superuser', async () => {
    await (await aPerson()).write();
    const { appUrl, ownerUrl, adminUrl } = started.database;
    for (const sql of ['update audit set actor = null', 'delete from audit', 'truncate audit']) {
      await expect(query(appUrl, sql)).rejects.toThrow('permission denied');
      for (const url of [ownerUrl, adminUrl]) {
        await expect(query(url, sql)).rejects.toThrow('never changed or deleted');
      }
    }
  });

  test('names the service itself where no person acted', async () => {
    const person = await aPerson();
    await aNote(started.service.get(Database), person);
    expect((await person.audit()).items).toMatchObject([{ actor: null, address: null, requestId: null }]);
  });
});

describe('reading a record that is marked as sensitive', () => {
  test('leaves a trace of who saw it', async () => {
    const person = await aPerson();
    const id = await person.write();
    const [before] = [await person.audit(`?action=read`)];
    expect(before.items).toEqual([]);
    await person.ask('get', `${person.path}/${id}`).expect(200);
    await person.ask('get', `${person.path}/${newId()}`).expect(404);
    const { items } = await person.audit(`?action=read`);
    expect(items).toMatchObject([{ entity: 'note', entityId: id, actor: person.userId, changes: [] }]);
  });

  test('shows nothing when the trace cannot be stored', async () => {
    const person = await aPerson();
    const id = await person.write();
    const { adminUrl } = started.database;
    await query(adminUrl, 'alter table audit rename to audit_away');
    try {
      const { body } = await person.ask('get', `${person.path}/${id}`).expect(500);
      expect(body).not.toHaveProperty('text');
    } finally {
      await query(adminUrl, 'alter table audit_away rename to audit');
    }
  });
});

describe('searching the audit trail', () => {
  test('needs its permission', async () => {
    const token = await aToken({ organizationId: newId(), companies: [newId()], permissions });
    const { body } = await started.agent
      .get('/api/v1/audit')
      .set('authorization', `Bearer ${token}`)
      .expect(403);
    expect(body).toMatchObject({ details: { permission: 'dhanman.notes.audit.read' } });
  });

  test('finds by record, person, action and time, in pages that neither repeat nor miss one', async () => {
    const person = await aPerson();
    const colleague = await aPerson({ organizationId: person.organizationId, companyId: person.companyId });
    const ids = [await person.write(), await person.write(), await colleague.write()];
    await colleague.rewrite(ids[0]!, 1, `text ${newId()}`).expect(200);
    const all = (await person.audit()).items;
    expect(all.map(({ entityId }) => entityId)).toEqual([ids[0], ids[2], ids[1], ids[0]]);
    const count = async (asked: string): Promise<number> => (await person.audit(asked)).items.length;
    expect(await count(`?actor=${colleague.userId}`)).toBe(2);
    expect(await count(`?actor=${colleague.userId}&action=created`)).toBe(1);
    expect(await count(`?entityId=${ids[0]!}`)).toBe(2);
    expect(await count(`?from=${all[0]!.at}`)).toBeGreaterThanOrEqual(1);
    expect(await count(`?to=${all[3]!.at}`)).toBe(0);
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: AuditPage = await person.audit(`?limit=1${cursor ? `&cursor=${cursor}` : ''}`);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toEqual(all.map(({ id }) => id));
  });

  test('shows no other company and no other organization', async () => {
    const person = await aPerson();
    await person.write();
    for (const stranger of [await aPerson({ organizationId: person.organizationId }), await aPerson()]) {
      expect((await stranger.audit()).items).toEqual([]);
    }
  });

  test('refuses what it does not know', async () => {
    const person = await aPerson();
    for (const asked of ['?sort=actor', '?entity=note;--', '?from=yesterday', '?nope=1', '?action=deleted']) {
      await person.ask('get', `/api/v1/audit${asked}`).expect(400);
    }
  });
});

test('a column that by its name holds a secret must be masked', () => {
  const table = (column: object) =>
    new EntitySchema({ name: 'Person', columns: { panNumber: { type: 'text', ...column } } as never });
  expect(unmasked([table({})])).toEqual([
    'column panNumber of Person is not masked: add ...masked to its mapping',
  ]);
  expect(unmasked([table({ comment: 'masked' }), NoteTable as never])).toEqual([]);
});
