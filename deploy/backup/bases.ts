// Whole copies of the cluster, from which the log goes on. One is there when its entry in the catalogue is.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import pg from 'pg';
import { Obstacle } from '../local/machine/obstacle.ts';
import { findProgram } from '../local/machine/programs.ts';
import type { BackupSettings } from './settings.ts';
import { timedName, type Vault } from './vault.ts';

export interface ClusterCopy {
  readonly name: string;
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly bytes: number;
  readonly sha256: string;
  /** The segments of the log without which it is not whole. */
  readonly from: string;
  readonly to: string;
}

const catalogue = 'catalogue/';

export async function takeBase(vault: Vault, settings: BackupSettings): Promise<ClusterCopy> {
  const startedAt = new Date();
  const name = timedName(startedAt);
  const from = await segmentNow(settings);
  const content = await copied(settings, (tar) => vault.put(tarOf(name), tar));
  const to = await segmentNow(settings);
  const finishedAt = new Date().toISOString();
  const base = { name, startedAt: startedAt.toISOString(), finishedAt, ...content, from, to };
  await vault.putText(`${catalogue}${name}.json`, JSON.stringify(base));
  return base;
}

/** Oldest first. */
export async function listBases(vault: Vault): Promise<readonly ClusterCopy[]> {
  const bases: ClusterCopy[] = [];
  for (const { name } of await vault.list(catalogue))
    bases.push(JSON.parse(await vault.text(name)) as ClusterCopy);
  return bases.sort((one, other) => one.finishedAt.localeCompare(other.finishedAt));
}

/** The entry goes first: without it the copy is not counted on. */
export async function removeBase(vault: Vault, { name }: ClusterCopy): Promise<void> {
  await vault.remove([`${catalogue}${name}.json`, tarOf(name)]);
}

export function tarOf(name: string): string {
  return `base/${name}.tar`;
}

async function segmentNow({ postgres }: BackupSettings): Promise<string> {
  const client = new pg.Client({ connectionString: postgres.href, application_name: 'backup' });
  await client.connect();
  try {
    const { rows } = await client.query<{ segment: string; mode: string }>(
      `select pg_walfile_name(pg_current_wal_lsn()) as segment, current_setting('archive_mode') as mode`,
    );
    const [now] = rows;
    if (now?.mode !== 'on')
      throw new Obstacle(
        'The cluster does not archive its log: a copy of it could not be brought to a time.',
      );
    return now.segment;
  } finally {
    await client.end();
  }
}

/** Without the log, which is archived by itself; ends when the server has archived the last segment that it needs. */
async function copied<T>({ postgres }: BackupSettings, store: (tar: Readable) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'dhanman-backup-'));
  const PGPASSFILE = join(folder, 'pgpass');
  writeFileSync(PGPASSFILE, `*:*:*:*:${decodeURIComponent(postgres.password)}\n`, { mode: 0o600 });
  const where = ['-h', postgres.hostname, '-p', postgres.port || '5432', '-U', postgres.username];
  const how = ['-D', '-', '-F', 'tar', '-X', 'none', '--checkpoint', 'fast', '--no-password'];
  const child = spawn(findProgram('postgresql/pg_basebackup'), [...where, ...how], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'], LANG: 'C.UTF-8', PGPASSFILE },
  });
  let complaints = '';
  child.stderr.on('data', (part: Buffer) => (complaints += part.toString()));
  const ended = new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new Obstacle(`pg_basebackup failed: ${complaints.trim()}`)),
    );
  });
  try {
    const [content] = await Promise.all([store(child.stdout), ended]);
    return content;
  } finally {
    child.kill();
    rmSync(folder, { recursive: true });
  }
}
