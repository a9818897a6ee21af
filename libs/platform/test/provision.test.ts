import { newId } from '@dhanman/kernel';
import { freshDatabase, query, server } from '@dhanman/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { migrate, type Provisioned, provisionDatabase } from '../src/index.js';
import { database } from './support/notes.js';

const service = `p${newId().slice(-10)}`;
const passwords = { owner: newId(), app: newId(), read: newId() };
const provision = (): Promise<Provisioned> => {
  return provisionDatabase(server('postgres'), { environment: 'test', service, passwords });
};
let made: Provisioned;

beforeAll(async () => {
  made = await provision();
  await migrate(database, made.urls.owner);
});

afterAll(async () => {
  const admin = server('postgres');
  await query(admin, `drop database "${made.database}" with (force)`);
  for (const role of ['owner', 'app', 'read'])
    await query(admin, `drop role test_dhanman_${service}_${role}`);
});

const state = async (url: string, sql: string): Promise<string> => {
  try {
    await query(url, sql);
    return 'allowed';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

const denied = '42501';

describe('a provisioned database', () => {
  test('may be provisioned again, and again migrated, without any change', async () => {
    expect(await provision()).toEqual(made);
    expect(await migrate(database, made.urls.owner)).toEqual([]);
    expect(made.database).toBe(`test-dhanman-${service}`);
  });

  test('lets its application work with rows and with nothing else', async () => {
    const { app } = made.urls;
    expect(await state(app, 'select * from note; delete from note')).toBe('allowed');
    for (const sql of [
      'create table mine (id int)',
      'drop table note',
      'alter table note disable row level security',
      'drop policy tenant on note',
      'truncate note',
      `insert into migration (timestamp, name) values (1, 'pretended')`,
      'delete from migration',
      'set role postgres',
      'create role friend',
    ]) {
      expect([sql, await state(app, sql)]).toEqual([sql, denied]);
    }
    expect(await state(app, 'select * from migration')).toBe('allowed');
  });

  test('lets its reader read, as a tenant, and no more', async () => {
    const [organization, company] = [newId(), newId()];
    const admin = new URL(server('postgres'));
    admin.pathname = `/${made.database}`;
    await query(
      admin.href,
      `insert into note (organization_id, id, company_id, text, count) values ('${organization}', '${newId()}', '${company}', '${service}', 0)`,
    );
    expect(await query(made.urls.read, 'select * from note')).toEqual([]);
    expect(await state(made.urls.read, 'delete from note')).toBe(denied);
    expect(await query(made.urls.owner, 'select * from note')).toEqual([]);
  });

  test('is closed to the logins of other services', async () => {
    const other = await freshDatabase('notes', database);
    const url = Object.assign(new URL(other.appUrl), { pathname: `/${made.database}` });
    expect(await state(url.href, 'select 1')).toBe(denied);
    await other.drop();
  });

  test('is migrated once when several migrate it at the same time', async () => {
    const twice = { ...database, migrations: [...database.migrations, Later1760000009000] };
    const applied = await Promise.all([1, 2, 3].map(() => migrate(twice, made.urls.owner)));
    expect(applied.flat()).toEqual(['Later1760000009000']);
  });
});

class Later1760000009000 {
  readonly name = 'Later1760000009000';

  async up(queryRunner: { query(sql: string): Promise<unknown> }): Promise<void> {
    await queryRunner.query('select pg_sleep(0.3)');
    await queryRunner.query('alter table note add column later text');
  }

  async down(): Promise<void> {}
}
