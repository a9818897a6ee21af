// Whether a service's tables can be spread over machines by organisation is decided by every migration, so every
// migrated database is asked. Citus is not in Debian's packages: a stand-in keeps to the two refusals its manual names.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import type { DatabaseDefinition } from '@dhanman/platform';
import { freshDatabase, query, type FreshDatabase } from '@dhanman/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { obstacles } from '../../growth/distribution.ts';
import { exceptions } from '../../growth/exceptions.ts';
import { tablesOf, type Table } from '../../growth/schema.ts';
import { services, type ServiceName } from '../../topology.ts';

const repository = join(import.meta.dirname, '../../..');
const databases = new Map<ServiceName, FreshDatabase>();

beforeAll(async () => {
  for (const { name } of services) {
    const built = pathToFileURL(join(repository, 'services', name, 'dist/database.js')).href;
    const { database } = (await import(built)) as { database: DatabaseDefinition };
    databases.set(name, await freshDatabase(name, database));
  }
}, 240_000);

afterAll(async () => {
  for (const database of databases.values()) await database.drop();
});

function databaseOf(service: ServiceName): FreshDatabase {
  const database = databases.get(service);
  if (database === undefined) throw new Error(`${service} has no database`);
  return database;
}

/** The tables of a service, after statements that are taken back again. */
async function tablesAfter(
  service: ServiceName,
  ...statements: readonly string[]
): Promise<readonly Table[]> {
  const client = new pg.Client({ connectionString: databaseOf(service).adminUrl });
  await client.connect();
  try {
    await client.query('begin');
    for (const statement of statements) await client.query(statement);
    return await tablesOf(client);
  } finally {
    await client.end();
  }
}

async function printed(service: ServiceName, url = databaseOf(service).ownerUrl) {
  const child = spawn(process.execPath, ['deploy/growth/main.ts', service], {
    ...{ cwd: repository, env: { DATABASE_URL: url } },
  });
  const [[code], out, error] = await Promise.all([
    once(child, 'close') as Promise<[number]>,
    text(child.stdout),
    text(child.stderr),
  ]);
  return { code, out, error };
}

describe.each(services)('$name', ({ name }) => {
  test('every table stands by its organisation in every key, or is listed with a reason', async () => {
    const tables = await tablesAfter(name);
    expect(tables.length).toBeGreaterThan(10);
    expect(obstacles(tables)).toEqual([]);
  });

  test('the script places every table, all of an organisation side by side, what is referred to first', async () => {
    const tables = await tablesAfter(name);
    const { code, out, error } = await printed(name);
    expect({ code, error }).toEqual({ code: 0, error: '' });
    const { adminUrl } = databaseOf(name);
    await query(adminUrl, standIn);
    await query(adminUrl, out);
    const placed = await query<{ name: string; beside: string }>(adminUrl, 'select name, beside from placed');
    const [first, ...more] = placed.filter(({ beside }) => beside === 'none').map((table) => table.name);
    expect(more).toEqual([]);
    const elsewhere = placed.filter(({ beside }) => !['none', 'reference', first].includes(beside));
    expect(elsewhere).toEqual([]);
    const local = tables
      .filter((table) => exceptions[table.name]?.place === 'local')
      .map((table) => table.name);
    expect([...placed.map((table) => table.name), ...local].sort()).toEqual(
      tables.map((table) => table.name).sort(),
    );
    for (const table of local) expect(out).toContain(`--   ${table}: ${exceptions[table]?.reason ?? ''}`);
  });
});

test('no exception is left over from a table that is gone', async () => {
  const all = await Promise.all(services.map(({ name }) => tablesAfter(name)));
  const names = new Set(all.flat().map(({ name }) => name));
  expect(Object.keys(exceptions).filter((name) => !names.has(name))).toEqual([]);
});

describe('says what to do about', () => {
  const own = 'organization_id uuid not null';
  const cases: readonly (readonly [string, readonly string[], string])[] = [
    [
      'a table of no organisation that is not listed',
      ['create table visit (id uuid)'],
      'visit: it has no organization_id. Add the column to it and to its keys, or name it in deploy/growth/exceptions.ts with the reason.',
    ],
    [
      'rows that may belong to nobody',
      ['create table visit (organization_id uuid)'],
      'visit: organization_id must be "uuid not null", so that every row has a machine.',
    ],
    [
      'a primary key without the organisation',
      [`create table visit (${own}, id uuid primary key)`],
      'visit: visit_pkey would be unique on each machine only. Add organization_id to this key.',
    ],
    [
      'a unique index that only includes the organisation',
      [
        `create table visit (${own}, badge text)`,
        'create unique index badge on visit (lower(badge)) include (organization_id)',
      ],
      'visit: badge would be unique on each machine only. Add organization_id to this key.',
    ],
    [
      'a foreign key without the organisation',
      [
        'create unique index customer_id_key on customer (id)',
        `create table visit (${own}, customer_id uuid references customer (id))`,
      ],
      'visit: visit_customer_id_fkey may lead to another machine. Let it begin with organization_id on both sides.',
    ],
    [
      'a foreign key to a table of the coordinator',
      [`create table visit (${own}, home uuid references known_organization (id))`],
      'visit: visit_home_fkey refers to known_organization, which stands elsewhere. Drop this foreign key.',
    ],
    [
      'an exception that has become a table of organisations',
      ['alter table job add column organization_id uuid'],
      'job: it has organization_id. Take it off the list in deploy/growth/exceptions.ts.',
    ],
  ];

  test.each(cases)('%s', async (_case, statements, sentence) => {
    expect(obstacles(await tablesAfter('sales', ...statements))).toContain(sentence);
  });

  test('a database that was not migrated', async () => {
    const url = Object.assign(new URL(databaseOf('sales').adminUrl), { pathname: '/postgres' }).href;
    expect(await printed('sales', url)).toEqual({
      ...{ code: 1, out: '', error: 'This database has no tables. Migrate it first.\n' },
    });
  });
});

/** Refuses a key without the column, and a foreign key to a table that has no place yet. */
const standIn = `
  create table placed (name text primary key, beside text not null);
  create function create_reference_table(target regclass) returns void language sql as
    $$ insert into placed values (target::text, 'reference') $$;
  create function create_distributed_table(target regclass, spread_by text, colocate_with text) returns void
  language plpgsql as $$
  begin
    insert into placed values (target::text, replace(colocate_with, 'public.', ''));
    if exists (select from pg_constraint where conrelid = target and contype in ('p', 'u', 'f') and not conkey @> array(
      select attnum from pg_attribute where attrelid = target and attname = spread_by)) then
      raise exception 'a key of % does not carry %', target, spread_by;
    end if;
    if exists (select from pg_constraint where conrelid = target and contype = 'f'
      and confrelid::regclass::text not in (select name from placed)) then
      raise exception '% refers to a table that has no place yet', target;
    end if;
  end $$`;
