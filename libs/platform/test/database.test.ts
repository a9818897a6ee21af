import { newId } from '@dhanman/kernel';
import { FaultProxy, query, server } from '@dhanman/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { change, DatabaseBusy, NotFound, Stale } from '../src/index.js';
import { Line, type Note, NoteTable } from './support/notes.js';
import { aNote, aScope, keyOf, openDatabase, type OpenDatabase } from './support/open-database.js';

let open: OpenDatabase;

beforeAll(async () => {
  open = await openDatabase();
});

afterAll(async () => {
  await open.close();
});

describe('a transaction', () => {
  test('stores all of its work or nothing', async () => {
    const scope = aScope();
    const note = await aNote(open.db, scope);
    const failing = open.db.transaction(scope, async (tx) => {
      await change(tx, NoteTable, keyOf(note), (current) => current.with({ text: 'lost' }));
      throw new Error('second thoughts');
    });
    await expect(failing).rejects.toThrow('second thoughts');
    const [{ text }] = (await query(open.fresh.adminUrl, 'select text from note where id = $1', [
      note.id,
    ])) as [Note];
    expect(text).toBe(note.text);
  });

  test('is not reported as stored when a failed statement inside it was swallowed', async () => {
    const work = open.db.transaction(aScope(), async (tx) => {
      await tx.query('select no_such_column').catch(() => undefined);
    });
    await expect(work).rejects.toThrow('swallowed');
  });

  test('is not reported as stored either when the network tells of the failure in pieces', async () => {
    const proxy = await FaultProxy.inFrontOf(server('postgres'));
    const slow = await openDatabase({ url: (own) => proxy.addressFor(own) });
    proxy.inject({ kind: 'slices' });
    const work = slow.db.transaction(aScope(), async (tx) => {
      await tx.query('select no_such_column').catch(() => undefined);
    });
    await expect(work).rejects.toThrow('swallowed');
    await slow.close();
    await proxy.stop();
  });

  test('can hold an inner one that fails by itself', async () => {
    const scope = aScope();
    const note = await aNote(open.db, scope);
    await open.db.transaction(scope, async (tx) => {
      await change(tx, NoteTable, keyOf(note), (current) => current.with({ count: 1 }));
      const inner = tx.transaction(async (nested) => {
        await change(nested, NoteTable, keyOf(note), (current) => current.with({ count: 9 }));
        throw new Error('only the inner one');
      });
      await expect(inner).rejects.toThrow('only the inner one');
    });
    const [row] = await query<{ count: number }>(
      open.fresh.adminUrl,
      'select count from note where id = $1',
      [note.id],
    );
    expect(row).toEqual({ count: 1 });
  });

  test('sees the rows of its organization and company, and no others', async () => {
    const [ours, theirs] = [aScope(), aScope()];
    const sister = { ...aScope(), organizationId: ours.organizationId };
    for (const scope of [ours, theirs, sister]) await aNote(open.db, scope);
    const count = (scope: object): Promise<number> =>
      open.db.read(scope as typeof ours, (tx) => tx.count(NoteTable));
    expect(await count(ours)).toBe(1);
    expect(await count({ organizationId: ours.organizationId })).toBe(2);
    expect(await count({ organizationId: newId() })).toBe(0);
  });

  test('cannot write a row of another organization or company', async () => {
    const [ours, theirs] = [aScope(), aScope()];
    for (const foreign of [theirs, { ...ours, companyId: theirs.companyId }]) {
      const values = [foreign.organizationId, newId(), foreign.companyId, `smuggled ${newId()}`];
      const sql =
        'insert into note (organization_id, id, company_id, text, count) values ($1, $2, $3, $4, 0)';
      await expect(open.db.transaction(ours, (tx) => tx.query(sql, values))).rejects.toThrow(
        'row-level security',
      );
    }
  });

  test('leaves no tenant behind on its connection', async () => {
    const scope = aScope();
    await aNote(open.db, scope);
    await Promise.all(Array.from({ length: 6 }, () => aNote(open.db, scope)));
    for (let asked = 0; asked < 6; asked += 1) {
      expect(await open.db.query('select id from note')).toEqual([]);
    }
  });

  test('takes identifiers and nothing else as its scope', async () => {
    for (const organizationId of [
      "' or true --",
      newId().toUpperCase(),
      '',
      '00000000-0000-0000-0000-000000000000',
    ]) {
      const scope = { organizationId } as never;
      await expect(open.db.transaction(scope, async () => undefined)).rejects.toThrow('identifiers only');
    }
  });

  test('that only reads is refused a write by the server', async () => {
    const scope = aScope();
    const note = await aNote(open.db, scope);
    const writing = open.db.read(scope, (tx) => tx.query('delete from note where id = $1', [note.id]));
    await expect(writing).rejects.toMatchObject({ driverError: { code: '25006' } });
  });

  test('never needs a second connection: many more than the pool holds finish', async () => {
    const scope = aScope();
    const note = await aNote(open.db, scope);
    const work = Array.from({ length: 40 }, () =>
      open.db.transaction(scope, (tx) =>
        change(tx, NoteTable, keyOf(note), (now) => now.with({ count: now.count + 1 })),
      ),
    );
    await Promise.all(work);
    const [row] = await query<{ count: number; version: number }>(
      open.fresh.adminUrl,
      'select count, version from note where id = $1',
      [note.id],
    );
    expect(row).toEqual({ count: 40, version: 41 });
  });
});

describe('a change', () => {
  test('of a row that is not there, or of another company, is the same "not found"', async () => {
    const note = await aNote(open.db, aScope());
    const strangers = [aScope(), { ...aScope(), organizationId: note.organizationId }];
    for (const scope of strangers) {
      const work = open.db.transaction(scope, (tx) =>
        change(tx, NoteTable, { ...scope, id: note.id }, (now) => now),
      );
      await expect(work).rejects.toThrow(NotFound);
      await expect(work).rejects.toMatchObject({ code: 'note-not-found' });
    }
  });

  test('adds, rewrites and removes the parts of an aggregate, and moves its version even then', async () => {
    const scope = aScope();
    const note = await aNote(open.db, scope);
    const line = (text: string): Line =>
      new Line({ organizationId: scope.organizationId, id: newId(), text });
    const edit = (lines: (now: Note) => readonly Line[]): Promise<Note> =>
      open.db.transaction(scope, (tx) =>
        change(tx, NoteTable, keyOf(note), (now) => now.with({ lines: lines(now) })),
      );
    const written = await edit(() => [line('one'), line('two')]);
    expect(written.version).toBe(2);
    const edited = await edit((now) => [
      new Line({ ...now.lines.find(({ text }) => text === 'two')!, text: 'TWO' }),
      line('three'),
    ]);
    expect(edited.version).toBe(3);
    const sql = 'select text from line where note_id = $1 order by text';
    expect(await query(open.fresh.adminUrl, sql, [note.id])).toEqual([{ text: 'TWO' }, { text: 'three' }]);
  });

  test('that leaves the object as it was writes nothing', async () => {
    const scope = aScope();
    const note = await aNote(open.db, scope);
    await open.db.transaction(scope, (tx) => change(tx, NoteTable, keyOf(note), (now) => now));
    const [row] = await query<Note>(open.fresh.adminUrl, 'select version from note where id = $1', [note.id]);
    expect(row).toEqual({ version: 1 });
  });

  test('made any other way with a stale copy is refused by the database itself', async () => {
    const scope = aScope();
    const note = await aNote(open.db, scope);
    await open.db.transaction(scope, (tx) =>
      change(tx, NoteTable, keyOf(note), (now) => now.with({ count: 1 })),
    );
    const careless = (sql: string, values: unknown[]): Promise<unknown> =>
      open.db.transaction(scope, (tx) => tx.query(sql, values));
    const stale = careless('update note set text = $2, version = $3 where id = $1', [
      note.id,
      'old news',
      note.version,
    ]);
    await expect(stale).rejects.toThrow(Stale);
    await careless('update note set text = $2 where id = $1', [note.id, 'raw update']);
    const [row] = await query<Note>(
      open.fresh.adminUrl,
      'select text, count, version from note where id = $1',
      [note.id],
    );
    expect(row).toEqual({ text: 'raw update', count: 1, version: 3 });
  });
});

describe('transactions that stand in each other’s way', () => {
  /** Two transactions that lock two rows in opposite order, each waiting until the other holds its first. */
  async function crossing(isIdempotent: boolean): Promise<PromiseSettledResult<unknown>[]> {
    const scope = aScope();
    const [a, b] = [await aNote(open.db, scope), await aNote(open.db, scope)];
    const arrived = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const both = Promise.all(arrived.map(({ promise }) => promise));
    const lock = (first: Note, second: Note, index: number): Promise<unknown> =>
      open.db.transaction(
        scope,
        async (tx) => {
          await change(tx, NoteTable, keyOf(first), (now) => now.with({ count: now.count + 1 }));
          arrived[index]!.resolve();
          await both;
          await change(tx, NoteTable, keyOf(second), (now) => now.with({ count: now.count + 1 }));
        },
        { isIdempotent },
      );
    return Promise.allSettled([lock(a, b, 0), lock(b, a, 1)]);
  }

  test('in a deadlock: one is told to try again', async () => {
    const results = await crossing(false);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const { reason } = results.find(({ status }) => status === 'rejected') as PromiseRejectedResult;
    expect(reason).toBeInstanceOf(DatabaseBusy);
  });

  test('in a deadlock: work that may run again does so by itself, and both are stored', async () => {
    const results = await crossing(true);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
  });

  test('wait for a row only so long', async () => {
    const scope = aScope();
    const note = await aNote(open.db, scope);
    const [holding, release] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const holder = open.db.transaction(scope, async (tx) => {
      await change(tx, NoteTable, keyOf(note), (now) => now.with({ count: 1 }));
      holding.resolve();
      await release.promise;
    });
    await holding.promise;
    const waiting = open.db.transaction(scope, (tx) =>
      change(tx, NoteTable, keyOf(note), (now) => now.with({ count: 2 })),
    );
    await expect(waiting).rejects.toThrow(DatabaseBusy);
    release.resolve();
    await holder;
  });

  test('a statement may take longer only where its author says so', async () => {
    const scope = aScope();
    const sleep = (options?: { timeoutMs: number }): Promise<unknown> =>
      open.db.read(scope, (tx) => tx.query('select pg_sleep(2)'), options);
    await expect(sleep()).rejects.toThrow(DatabaseBusy);
    await expect(sleep({ timeoutMs: 5_000 })).resolves.toBeDefined();
    await expect(sleep()).rejects.toThrow(DatabaseBusy);
  });
});
