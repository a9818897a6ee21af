import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { cloneTemplate, dropDatabase, type Template } from '../src/database-template.js';
import { server } from '../src/servers.js';

const admin = (): string => server('postgres');
let family: string;
let builds: number;
let clones: string[];

const inDatabase = async <T extends object>(database: string, text: string): Promise<T[]> => {
  const url = new URL(admin());
  url.pathname = `/${database}`;
  const client = new pg.Client({ connectionString: url.toString() });
  await client.connect();
  try {
    return (await client.query<T>(text)).rows;
  } finally {
    await client.end();
  }
};

const template = (fingerprint: string, tables = 'create table customer (id int)'): Template => ({
  family,
  fingerprint,
  build: async (database) => {
    builds += 1;
    await inDatabase('postgres', `create database "${database}"`);
    await inDatabase(database, tables);
  },
});

const clone = async (of: Template): Promise<string> => {
  const database = `clone-${randomUUID()}`;
  clones.push(database);
  await cloneTemplate(admin(), of, database);
  return database;
};

const databases = async (): Promise<string[]> => {
  const rows = await inDatabase<{ name: string }>(
    'postgres',
    'select datname as name from pg_database order by 1',
  );
  return rows.map(({ name }) => name).filter((name) => name.includes(family));
};

beforeEach(() => {
  family = randomUUID();
  builds = 0;
  clones = [];
});

afterEach(async () => {
  for (const database of clones) await dropDatabase(admin(), database);
  for (const database of await databases()) {
    await inDatabase('postgres', `alter database "${database}" is_template false`);
    await dropDatabase(admin(), database);
  }
});

describe('a template database', () => {
  it('is built once, however many ask for a copy at the same time', async () => {
    const copies = await Promise.all(Array.from({ length: 6 }, () => clone(template('one'))));
    expect(builds).toBe(1);
    expect(new Set(copies).size).toBe(6);
    for (const copy of copies) expect(await inDatabase(copy, 'select * from customer')).toEqual([]);
  });

  it('is built anew when what it is made from has changed, and the old one goes', async () => {
    await clone(template('old'));
    const copy = await clone(template('new', 'create table customer (id int, name text)'));
    expect(await inDatabase(copy, 'select id, name from customer')).toEqual([]);
    expect(await databases()).toEqual([`template-${family}-new`]);
  });

  it('left half-made by a killed process is thrown away and built again', async () => {
    const failing = {
      ...template('one'),
      build: async (database: string) => {
        await inDatabase('postgres', `create database "${database}"`);
        throw new Error('killed in the middle');
      },
    };
    await expect(clone(failing)).rejects.toThrow('killed in the middle');
    expect(await databases()).toEqual([`template-${family}-unfinished`]);
    expect(await inDatabase(await clone(template('one')), 'select * from customer')).toEqual([]);
    expect(await databases()).toEqual([`template-${family}-one`]);
  });

  it('takes no connections, so nobody can change it or stand in the way of copying', async () => {
    await clone(template('one'));
    await expect(inDatabase(`template-${family}-one`, 'select 1')).rejects.toThrow(
      'not currently accepting connections',
    );
  });
});

describe('a copy', () => {
  it('is dropped together with those who are still connected to it', async () => {
    const database = await clone(template('one'));
    const url = new URL(admin());
    url.pathname = `/${database}`;
    const client = new pg.Client({ connectionString: url.toString() });
    client.on('error', () => undefined);
    await client.connect();
    await dropDatabase(admin(), database);
    await expect(client.query('select 1')).rejects.toThrow();
  });
});
