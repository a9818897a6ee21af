import { freshDatabase, type FreshDatabase } from '@dhanman/testing';
import { type Id, newId } from '@dhanman/kernel';
import { DatabaseConnection } from '../../src/database/connection.js';
import type { Database } from '../../src/database/database.js';
import { add } from '../../src/index.js';
import { checkDatabase } from '../../src/self-check.js';
import { database as definition, Note, NoteTable } from './notes.js';

export interface OpenDatabase {
  readonly db: Database;
  readonly connection: DatabaseConnection;
  readonly fresh: FreshDatabase;
  close(): Promise<void>;
}

/** The notes database as a service has it, with a pool so small that anything that holds two connections stalls. */
export async function openDatabase({
  poolSize = 2,
  url,
}: { poolSize?: number; url?: (own: string) => string } = {}): Promise<OpenDatabase> {
  const fresh = await freshDatabase('notes', definition);
  const settings = { url: url?.(fresh.appUrl) ?? fresh.appUrl, poolSize, service: 'notes' };
  const connection = new DatabaseConnection(definition, settings, () => undefined);
  await connection.open((source) => checkDatabase(source, definition));
  const close = async (): Promise<void> => {
    await connection.close();
    await fresh.drop();
  };
  return { db: connection.database, connection, fresh, close };
}

export interface CompanyScope {
  readonly organizationId: Id;
  readonly companyId: Id;
}

export function aScope(): CompanyScope {
  return { organizationId: newId(), companyId: newId() };
}

let written = 0;

export async function aNote(db: Database, scope: CompanyScope): Promise<Note> {
  written += 1;
  const note = new Note({ ...scope, id: newId(), text: `note ${written}`, count: 0 });
  return db.transaction(scope, (tx) => add(tx, NoteTable, note));
}

export function keyOf({
  organizationId,
  companyId,
  id,
}: Note): Pick<Note, 'organizationId' | 'companyId' | 'id'> {
  return { organizationId, companyId, id };
}
