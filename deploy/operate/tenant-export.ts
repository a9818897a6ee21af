// Everything one organization has in six services, as one archive: a folder per service, a file of JSON lines per table.
import { execFile } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { once } from 'node:events';
import { promisify } from 'node:util';
import { services, type ServiceName } from '../topology.ts';
import type { Answer } from './answer.ts';
import { databaseUrlOf } from './database-url.ts';
import type { Request } from './request.ts';
import { inside, type Transaction } from './tenants.ts';

const atOnce = 2_000;

/** Credentials are of no use to who reads an export, and of much to who should not. */
const secretColumns = ['secret', 'secret_hash', 'previous_secret', 'previous_hash'];

/** Of no tenant, and yet about its members. */
const peopleSql = `select jsonb_build_object('id', person.id, 'name', name, 'email', email) as row from person
  join membership on person_id = person.id order by person.id`;

export async function exportTenant(request: Request): Promise<Answer> {
  const { organization, to = '' } = request;
  const target = resolve(to);
  const folder = await mkdtemp(join(tmpdir(), 'dhanman-export-'));
  try {
    const counts: Record<string, number> = {};
    for (const { name } of services) Object.assign(counts, await exportService(request, name, folder));
    const rows = Object.values(counts).reduce((sum, count) => sum + count, 0);
    if ((counts['common/organization'] ?? 0) === 0)
      return { isFound: false, json: { organization, rows: 0 }, text: 'There is no such organization.' };
    await writeFile(
      join(folder, 'contents.json'),
      JSON.stringify({ organization, rows: counts }, undefined, 2),
    );
    await promisify(execFile)('tar', ['-czf', target, '-C', folder, '.']);
    return {
      isFound: true,
      json: { organization, file: target, rows: counts },
      text: `${rows} rows are in ${target}.`,
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function exportService(
  request: Request,
  service: ServiceName,
  folder: string,
): Promise<Record<string, number>> {
  const { inDatabase } = await import('@dhanman/operations');
  await mkdir(join(folder, service), { mode: 0o700 });
  return inDatabase(await databaseUrlOf(request, service), async (tx) => {
    // What is read last is of the same moment as what is read first.
    await tx.query('set transaction isolation level repeatable read, read only');
    await inside(tx, request.organization);
    const counts: Record<string, number> = {};
    for (const table of await tablesOf(tx)) {
      const rows = `select to_jsonb(one) - $columns::text[] as row from ${quoted(table)} as one`;
      const sql = rows.replace('$columns', `'{${secretColumns.join(',')}}'`);
      counts[`${service}/${table}`] = await write(tx, sql, join(folder, service, `${table}.jsonl`));
    }
    if (service === 'common')
      counts['common/person'] = await write(tx, peopleSql, join(folder, 'common/person.jsonl'));
    return counts;
  });
}

/** The tables whose rows belong to organizations; what was sent before is of no use elsewhere. */
async function tablesOf(tx: Transaction): Promise<readonly string[]> {
  const rows = await tx.query<{ name: string }[]>(
    `select relname as name from pg_class
     where relnamespace = 'public'::regnamespace and relforcerowsecurity and relkind in ('r', 'p')
       and not relispartition and relname <> 'idempotency_key' order by relname`,
  );
  return rows.map(({ name }) => name);
}

async function write(tx: Transaction, sql: string, path: string): Promise<number> {
  const file = createWriteStream(path, { mode: 0o600 });
  await tx.query(`declare exported no scroll cursor for ${sql}`);
  let count = 0;
  for (;;) {
    const rows = await tx.query<{ row: unknown }[]>(`fetch ${String(atOnce)} from exported`);
    if (rows.length === 0) break;
    count += rows.length;
    if (!file.write(rows.map(({ row }) => `${JSON.stringify(row)}\n`).join(''))) await once(file, 'drain');
  }
  await tx.query('close exported');
  file.end();
  await once(file, 'close');
  return count;
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
