import { newId } from '@dhanman/kernel';
import { createMessageTables } from '@dhanman/messaging';
import { server } from '@dhanman/testing';
import pg from 'pg';
import { DataSource } from 'typeorm';

/** A database with the message tables and the three tables that the conversation of the benchmark writes. */
export async function freshDatabase(): Promise<string> {
  const name = `test-${newId()}`;
  await admin(`create database "${name}"`);
  const source = new DataSource({ type: 'postgres', url: urlOf(name), installExtensions: false });
  await source.initialize();
  const runner = source.createQueryRunner();
  await createMessageTables(runner);
  await runner.query(`
    create table document (id uuid primary key, total numeric(18, 2) not null);
    create table document_line (id uuid primary key, document uuid not null, amount numeric(18, 2) not null);
    create table entry (document uuid primary key);`);
  await runner.release();
  await source.destroy();
  return name;
}

export async function admin(sql: string, database?: string): Promise<void> {
  const client = new pg.Client({
    connectionString: database === undefined ? server('postgres') : urlOf(database),
  });
  await client.connect();
  await client.query(sql);
  await client.end();
}

export function urlOf(database: string): string {
  const url = new URL(server('postgres'));
  url.pathname = `/${database}`;
  return url.href;
}
