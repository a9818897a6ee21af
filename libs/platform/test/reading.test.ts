import { query, until } from '@dhanman/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { change, DatabaseUnavailable } from '../src/index.js';
import { NoteTable } from './support/notes.js';
import { aNote, aScope, keyOf, openDatabase, type OpenDatabase } from './support/open-database.js';

let open: OpenDatabase;

beforeAll(async () => {
  // One connection: whoever comes next uses the one on which somebody has just asked.
  open = await openDatabase({ poolSize: 1 });
});

afterAll(async () => {
  await open.close();
});

/** The driver can count with this limit, and the server, told of it while the transaction opens, cannot. */
const refusedByServer = { toString: () => 'soon', valueOf: () => 1_000 } as unknown as number;

/** What the server says of the service's connections. */
async function statesOfConnections(): Promise<readonly string[]> {
  const rows = await query<{ state: string }>(
    open.fresh.adminUrl,
    `select state from pg_stat_activity where datname = current_database() and application_name = 'notes'`,
  );
  return rows.map(({ state }) => state);
}

describe('a question, whose transaction leaves with it in one packet', () => {
  test('is not answered when its transaction could not be opened, even if it takes no notice', async () => {
    const scope = aScope();
    await aNote(open.db, scope);
    const careless = open.db.read(scope, (tx) => tx.query<unknown>('select 1').catch(() => 'answered'), {
      timeoutMs: refusedByServer,
    });
    await expect(careless).rejects.toThrow(DatabaseUnavailable);
    expect(await open.db.read(scope, (tx) => tx.count(NoteTable))).toBe(1);
  });

  test('ends its transaction, although nobody waits for the end', async () => {
    const scope = aScope();
    const note = await aNote(open.db, scope);
    await open.db.read(scope, (tx) => tx.findOneBy(NoteTable, keyOf(note)));
    const isOver = async (): Promise<boolean> =>
      (await statesOfConnections()).every((state) => state === 'idle');
    await until(isOver, { what: 'the connection is idle, outside a transaction' });
  });

  test('leaves neither its tenant nor its reading to who has the connection next', async () => {
    const [ours, theirs] = [aScope(), aScope()];
    const note = await aNote(open.db, theirs);
    const seen = await Promise.all([
      open.db.read(ours, (tx) => tx.count(NoteTable)),
      open.db.transaction(theirs, (tx) =>
        change(tx, NoteTable, keyOf(note), (now) => now.with({ count: 1 })),
      ),
      open.db.read(theirs, (tx) => tx.count(NoteTable)),
      open.db.query('select id from note'),
    ]);
    expect(seen).toEqual([0, expect.objectContaining({ count: 1 }), 1, []]);
  });

  test('that fails leaves the connection good for the next', async () => {
    const scope = aScope();
    const failing = open.db.read(scope, (tx) => tx.query('select no_such_column'));
    await expect(failing).rejects.toMatchObject({ driverError: { code: '42703' } });
    expect(await open.db.read(scope, (tx) => tx.count(NoteTable))).toBe(0);
  });
});
