// What nobody has brought back is no backup: the last copy is brought to the end of the log in a cluster of its own that
// nobody else reaches, and everything that must always be true is asked of it.
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { Obstacle } from '../local/machine/obstacle.ts';
import { findProgram } from '../local/machine/programs.ts';
import { mustRun, run } from '../local/machine/run.ts';
import { databaseOf, environments, type EnvironmentName, services } from '../topology.ts';
import { type DatabaseUrls, openWorld } from '../verify/databases.ts';
import type { Verdict } from '../verify/verdict.ts';
import { datedAt } from './dated.ts';
import { copiedObjects, copyObjects, damagedAmong } from './objects.ts';
import { restore } from './restore.ts';
import type { BesideSettings } from './settings.ts';
import type { Vault } from './vault.ts';

export interface Rehearsal {
  readonly verdicts: readonly Verdict[];
  /** The last change that came back. */
  readonly upTo: Date;
  readonly seconds: number;
}

export interface Rehearsing {
  readonly environment: EnvironmentName;
  /** Nothing where files and broker are not copied. */
  readonly beside: BesideSettings | undefined;
  /** Where there is room for all of it; a folder below is made and removed. */
  readonly in: string | undefined;
  readonly fetch: string;
}

const superuser = 'postgres';

export async function rehearse(vault: Vault, rehearsing: Rehearsing): Promise<Rehearsal> {
  const begin = performance.now();
  const folder = mkdtempSync(join(rehearsing.in ?? tmpdir(), 'dhanman-rehearsal-'));
  const cluster = join(folder, 'cluster');
  try {
    await restore(vault, { to: cluster, at: undefined, isScratch: true, fetch: rehearsing.fetch });
    await start(folder, cluster);
    const upTo = await lastChange(folder);
    const files = rehearsing.beside && (await provenFiles(vault, rehearsing.beside));
    return {
      verdicts: await judged(folder, rehearsing.environment, { upTo, files }),
      upTo,
      seconds: since(begin),
    };
  } finally {
    await run(findProgram('postgresql/pg_ctl'), ['-D', cluster, '-m', 'immediate', 'stop']);
    rmSync(folder, { recursive: true });
  }
}

/** With settings of its own: those of the real one may lie elsewhere, and fit another machine. */
async function start(folder: string, cluster: string): Promise<void> {
  const [conf, hba, log] = ['scratch.conf', 'scratch.hba', 'log'].map((name) => join(folder, name));
  writeFileSync(hba ?? '', 'local all all trust\n');
  const settings = {
    ...{ data_directory: cluster, hba_file: hba, unix_socket_directories: folder },
    ...{ listen_addresses: '', port: '5432', hot_standby: 'off', fsync: 'off', archive_mode: 'off' },
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value ?? ''}'\n`);
  writeFileSync(conf ?? '', lines.join(''));
  // What came with the copy is read last and would win.
  appendFileSync(join(cluster, 'postgresql.auto.conf'), lines.slice(1).join(''));
  const how = ['-w', '-l', log ?? '', '-o', `-c config_file=${conf ?? ''}`];
  await mustRun(findProgram('postgresql/pg_ctl'), ['-D', cluster, ...how, 'start']);
}

/** Asked when the whole log is back: until then nobody gets in. */
async function lastChange(folder: string): Promise<Date> {
  const client = await firstLetIn(folder);
  try {
    const { rows } = await client.query<{ at: Date | null }>(
      `select coalesce(pg_last_xact_replay_timestamp(), pg_postmaster_start_time()) as at`,
    );
    return rows[0]?.at ?? new Date();
  } finally {
    await client.end();
  }
}

const notYetOpen = '57P03';

async function firstLetIn(folder: string): Promise<pg.Client> {
  for (;;) {
    const client = new pg.Client({ host: folder, user: superuser, database: 'postgres' });
    try {
      await client.connect();
      return client;
    } catch (error) {
      if ((error as { code?: string }).code !== notYetOpen) throw withLog(folder, error);
      await pause(200);
    }
  }
}

function withLog(folder: string, cause: unknown): Obstacle {
  const last = readFileSync(join(folder, 'log'), 'utf8').trim().split('\n').slice(-5).join('\n');
  return new Obstacle(`The copy cannot be brought back (${String(cause)}):\n${last}`);
}

/**
 * The files there are copies of. Copied once more before, for rows that are younger than the last copy; some are read to
 * their end, others every night, and so is what would bring the broker and the configuration back.
 */
async function provenFiles(vault: Vault, place: BesideSettings): Promise<ReadonlySet<string>> {
  const { damaged } = await copyObjects(vault, place);
  const names = await copiedObjects(vault, place.environment);
  const read = await damagedAmong(vault, place.environment, sample(names, new Date()));
  if (damaged.length + read.length > 0)
    throw new Obstacle(`Not what their names say: ${[...damaged, ...read].slice(0, 5).join(', ')}.`);
  JSON.parse((await datedAt(vault, `broker-${place.environment}`, undefined)).toString());
  return new Set(names);
}

const readEachNight = 200;

/** Another part each day, so that all have been read after a while. */
export function sample(names: readonly string[], now: Date): readonly string[] {
  const parts = Math.ceil(names.length / readEachNight);
  const today = Math.floor(now.getTime() / 86_400_000);
  return names.filter((_, place) => place % parts === today % parts);
}

/** What was on its way when the log ended is not lost: it is younger than that moment and a little. */
async function judged(
  folder: string,
  environment: EnvironmentName,
  { upTo, files }: { readonly upTo: Date; readonly files: ReadonlySet<string> | undefined },
): Promise<readonly Verdict[]> {
  const { verdicts } = await import('../verify/verdict.ts');
  const host = encodeURIComponent(folder);
  const urls = services.map((service) => {
    const database = databaseOf(environments[environment], service);
    return [service.name, `postgres://${superuser}@${host}:5432/${database}`] as const;
  });
  const graceSeconds = (Date.now() - upTo.getTime()) / 1000 + 60;
  const world = await openWorld(Object.fromEntries(urls) as DatabaseUrls, {
    graceSeconds,
    keptFiles: files && (() => Promise.resolve(files)),
  }).catch((error: unknown) => {
    const { code, message } = error as { code?: string; message: string };
    if (code === '3D000') throw new Obstacle(`The copy is not one of ${environment}: ${message}.`);
    throw error;
  });
  try {
    return await verdicts(world);
  } finally {
    await world.close();
  }
}

function since(begin: number): number {
  return (performance.now() - begin) / 1000;
}
