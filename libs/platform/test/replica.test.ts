import { newId } from '@dhanman/kernel';
import { permissions } from '@dhanman/contracts';
import { aToken, freePort, query, type StartedService, startService, until } from '@dhanman/testing';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { EntityManager } from 'typeorm';
import { DatabaseConnection } from '../src/database/connection.js';
import type { Database } from '../src/database/database.js';
import type { Replica } from '../src/database/replica.js';
import { add, migrate, provisionDatabase } from '../src/index.js';
import { checkDatabase } from '../src/self-check.js';
import { database as definition, Note, notes, NoteTable } from './support/notes.js';
import { aNote, aScope, keyOf } from './support/open-database.js';
import { PrivatePostgres } from './support/private-postgres.js';

const patience = { deadlineMs: 20_000 };

let primary: PrivatePostgres;
let standby: PrivatePostgres;
let appUrl: string;
const cleanups: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  primary = await PrivatePostgres.start();
  const passwords = { owner: 'o', app: 'a', read: 'r' };
  const provision = { environment: 'test', service: 'notes', passwords };
  const { urls } = await provisionDatabase(primary.adminUrl, provision);
  await migrate(definition, urls.owner);
  appUrl = urls.app;
  standby = await primary.standby();
}, 60_000);

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

afterAll(async () => {
  await standby.drop();
  await primary.drop();
});

interface Opened {
  readonly db: Database;
  readonly replica: Replica;
  readonly told: (boolean | string)[];
}

const addressOf = ({ port }: PrivatePostgres): string => `127.0.0.1:${port}`;

/** Connected as a service is, with this server as its replica. */
async function opened(server: PrivatePostgres): Promise<Opened> {
  const settings = { url: appUrl, poolSize: 4, service: 'notes', replica: addressOf(server) };
  const connection = new DatabaseConnection(definition, settings, () => undefined);
  cleanups.push(() => connection.close());
  const check = (source: Parameters<typeof checkDatabase>[0]) => checkDatabase(source, definition);
  await connection.open(check);
  const told: (boolean | string)[] = [];
  const replica = connection.replica!;
  await replica.start(check, (isCurrent, error) => told.push(error ? (error as Error).message : isCurrent));
  return { db: connection.database, replica, told };
}

/** Until it is looked at again and found to know everything. */
async function current(server: PrivatePostgres): Promise<Opened> {
  const all = await opened(server);
  await until(() => all.told.at(-1) === true, { ...patience, what: 'the replica answers' });
  return all;
}

const onStandby = (sql: string) => query<Record<string, unknown>>(standby.adminUrl, sql);
const atReplica = { at: 'replica' } as const;
const where = async (tx: EntityManager): Promise<unknown> =>
  (await tx.query<{ is: boolean }[]>('select pg_is_in_recovery() as is'))[0]?.is;

describe('a question that is work', () => {
  test('is answered by the replica; others, and every write, by the primary', async () => {
    const { db, replica } = await current(standby);
    const scope = aScope();
    await until(async () => (await db.read(scope, where, atReplica)) === true, patience);
    expect(await db.read(scope, where)).toBe(false);
    expect(await db.transaction(scope, where)).toBe(false);
    expect(replica.answers.replica).toBeGreaterThan(0);
  });

  test('sees there what was stored a moment ago, and the rows of its tenant alone', async () => {
    const { db, replica } = await current(standby);
    const [ours, theirs] = [aScope(), aScope()];
    for (let round = 1; round <= 50; round += 1) {
      await aNote(db, ours);
      expect(await db.read(ours, (tx) => tx.count(NoteTable), { ...atReplica, isOneMoment: true })).toBe(
        round,
      );
    }
    expect(replica.answers.replica).toBeGreaterThan(0);
    await until(async () => (await db.read(theirs, where, atReplica)) === true, patience);
    const seen = await db.read(theirs, async (tx) => [await where(tx), await tx.count(NoteTable)], atReplica);
    expect(seen).toEqual([true, 0]);
  });

  test('cannot write there', async () => {
    const { db } = await current(standby);
    const scope = aScope();
    const note = new Note({ ...scope, id: newId(), text: 'never', count: 0 });
    const places: unknown[] = [];
    const write = async (tx: EntityManager): Promise<unknown> => {
      places.push(await where(tx));
      return add(tx, NoteTable, note);
    };
    await until(async () => (await db.read(scope, where, atReplica)) === true, patience);
    await expect(db.read(scope, write, atReplica)).rejects.toMatchObject({ driverError: { code: '25006' } });
    expect(places).toEqual([true]);
  });

  test('that fails by its own fault is not asked twice, and an unknown row is no fault of the replica', async () => {
    const { db, told } = await current(standby);
    let asked = 0;
    const wrong = (tx: EntityManager): Promise<unknown> => {
      asked += 1;
      return tx.query('select no_such_column');
    };
    await until(async () => (await db.read(aScope(), where, atReplica)) === true, patience);
    await expect(db.read(aScope(), wrong, atReplica)).rejects.toMatchObject({
      driverError: { code: '42703' },
    });
    expect({ asked, told: told.at(-1) }).toEqual({ asked: 1, told: true });
  });
});

describe('a replica that does not follow', () => {
  test('is not asked while it lacks anything; the figure grows, and it is asked again when it has caught up', async () => {
    const { db, replica, told } = await current(standby);
    const scope = aScope();
    await onStandby('select pg_wal_replay_pause()');
    await until(
      async () => (await onStandby('select pg_get_wal_replay_pause_state() as s'))[0]?.['s'] === 'paused',
    );
    const note = await aNote(db, scope);
    const before = replica.answers.primary;
    const find = (tx: EntityManager) => tx.findOneBy(NoteTable, keyOf(note));
    expect(await db.read(scope, find, atReplica)).toMatchObject({ text: note.text });
    expect(await db.read(scope, where, atReplica)).toBe(false);
    expect(replica.answers.primary).toBe(before + 2);
    expect(told.at(-1)).toBe('It is behind.');
    await until(() => replica.lagSeconds > 1, patience);
    await onStandby('select pg_wal_replay_resume()');
    await until(async () => (await db.read(scope, where, atReplica)) === true, patience);
    expect(replica.lagSeconds).toBeLessThan(1);
  }, 60_000);

  test('is never asked when it is another server, or the primary itself', async () => {
    const other = await PrivatePostgres.start();
    cleanups.push(() => other.drop());
    const passwords = { owner: 'o', app: 'a', read: 'r' };
    const stranger = { environment: 'test', service: 'notes', passwords };
    const { urls } = await provisionDatabase(other.adminUrl, stranger);
    await migrate(definition, urls.owner);
    const { told, db } = await opened(other);
    expect(told).toEqual(['DATABASE_REPLICA is not a copy of DATABASE_URL.']);
    expect(await db.read(aScope(), (tx) => tx.count(NoteTable), atReplica)).toBe(0);
    expect((await opened(primary)).told).toEqual(['It is behind.']);
  }, 60_000);
});

describe('a service whose replica is killed under load', () => {
  let started: StartedService;
  let headers: Record<string, string>;
  let url: string;
  let metricsPort: number;

  beforeAll(async () => {
    metricsPort = await freePort();
    const overrides = {
      DATABASE_URL: appUrl,
      DATABASE_REPLICA: addressOf(standby),
      METRICS_PORT: String(metricsPort),
    };
    started = await startService(notes, { overrides });
    const companyId = newId();
    const token = await aToken({ organizationId: newId(), companies: [companyId], permissions });
    headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    url = `${started.url}/api/v1/companies/${companyId}/notes`;
  }, 60_000);

  afterAll(async () => {
    await started.stop();
  });

  async function reads(place: string): Promise<number> {
    const text = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
    const [, value] =
      new RegExp(`database_replica_reads_total\\{place="${place}"\\} (\\d+)`).exec(text) ?? [];
    return Number(value);
  }

  test('fails no request, and says who answered', async () => {
    const body = JSON.stringify({ text: newId() });
    const { id } = (await (await fetch(url, { method: 'POST', headers, body })).json()) as { id: string };
    const statuses: number[] = [];
    let isOver = false;
    const readers = Array.from({ length: 6 }, async () => {
      while (!isOver) statuses.push((await fetch(`${url}/${id}`, { headers })).status);
    });
    await until(async () => (await reads('replica')) > 50, patience);
    await standby.kill();
    const before = statuses.length;
    await until(async () => statuses.length > before + 100 && (await reads('primary')) > 50, patience);
    isOver = true;
    await Promise.all(readers);
    expect(new Set(statuses)).toEqual(new Set([200]));
    await standby.run();
    const replied = await reads('replica');
    await until(async () => {
      await fetch(`${url}/${id}`, { headers });
      return (await reads('replica')) > replied;
    }, patience);
  }, 60_000);
});
