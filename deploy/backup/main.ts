// `npm run backup -- …`, and the two commands that Postgres itself calls for its log.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Obstacle } from '../local/machine/obstacle.ts';
import { table } from '../local/terminal/table.ts';
import { listBases, removeBase, takeBase } from './bases.ts';
import { beat } from './beat.ts';
import { figuresOfCheck, figuresOfRehearsal, writeFigures } from './figures.ts';
import { healthOf } from './health.ts';
import { type EnvironmentName, environments } from '../topology.ts';
import { rehearse } from './rehearsal.ts';
import { restore } from './restore.ts';
import { oldestOfDays, superfluous } from './retention.ts';
import { settingsIn, usualFolder } from './settings.ts';
import { Vault } from './vault.ts';
import { fetchWal, pushWal, storedWal, superfluousWal, walName } from './wal.ts';

const usage = `Usage: npm run backup -- <command> [--settings <folder>] (${usualFolder})
  init                              makes the bucket
  take                              a whole copy of the cluster
  list                              the copies there are
  check [--figures <folder>]        whether the last copy and the log are recent enough
  restore --to <folder> [--at <time>] [--scratch]
                                    a cluster as it was at that time (2026-11-25T10:00:00Z), or as it was last; with
                                    --scratch one to look at, which does not archive
  rehearse [--environment <name>] [--in <folder>] [--figures <folder>]
                                    brings the last copy back beside the running cluster, and verifies it
                                    with --figures, both write a file that Prometheus' node exporter reads
  prune                             deletes what is older than the rule says and no longer locked
  archive-settings                  the lines that postgresql.conf needs`;

interface Asked {
  readonly words: readonly string[];
  readonly settings: string;
  readonly to: string | undefined;
  readonly at: string | undefined;
  readonly isScratch: boolean;
  readonly in: string | undefined;
  readonly environment: string;
  readonly figures: string | undefined;
}

type Command = (vault: () => Vault, asked: Asked) => Promise<number>;

const [done, notDone, notUnderstood] = [0, 1, 2];
/** Postgres takes anything up to 125 for "there is no such segment", and would end its recovery too early. */
const givesUp = 200;

const commands: Readonly<Record<string, Command>> = {
  async init(vault) {
    await vault().prepare();
    console.log('The bucket is there.');
    return done;
  },
  async take(vault, { settings }) {
    const { name, bytes, startedAt, finishedAt } = await takeBase(vault(), settingsIn(settings));
    const seconds = (Date.parse(finishedAt) - Date.parse(startedAt)) / 1000;
    console.log(`${name}: ${megabytes(bytes)} in ${seconds.toFixed(1)} s.`);
    return done;
  },
  async list(vault) {
    const bases = await listBases(vault());
    const rows = bases.map(({ name, finishedAt, bytes }) => [name, finishedAt, megabytes(bytes)]);
    console.log(table([['Copy', 'Whole at', 'Size'], ...rows]));
    return bases.length > 0 ? done : notDone;
  },
  async check(vault, { settings, figures }) {
    const now = new Date();
    const health = await healthOf(vault(), now);
    const { lastBase, lastLog, complaints } = health;
    writeFigures(figures, 'check', figuresOfCheck(health, now));
    await beat(settingsIn(settings));
    for (const complaint of complaints) console.error(complaint);
    if (complaints.length === 0) console.log(`Last copy ${lastBase ?? ''}, log up to ${lastLog ?? ''}.`);
    return complaints.length === 0 ? done : notDone;
  },
  async restore(vault, { to, at, isScratch, settings }) {
    if (to === undefined) return misunderstood('restore needs --to <folder>.');
    const moment = at === undefined ? undefined : new Date(at);
    if (Number.isNaN(moment?.getTime())) return misunderstood(`${at ?? ''} is not a time.`);
    const fetch = ours(settings, 'fetch-wal %f %p');
    const { name } = await restore(vault(), { to, at: moment, isScratch, fetch });
    console.log(`${name} is unpacked. Start the cluster in ${to}: it fetches the log by itself.`);
    return done;
  },
  async rehearse(vault, { environment, settings, in: folder, figures }) {
    if (!Object.hasOwn(environments, environment))
      return misunderstood(`There is no environment ${environment}.`);
    const { brokenIn, textOf } = await import('../verify/report.ts');
    const { verdicts, upTo, seconds } = await rehearse(vault(), {
      environment: environment as EnvironmentName,
      in: folder,
      fetch: ours(settings, 'fetch-wal %f %p'),
    });
    console.log(`Back up to ${upTo.toISOString()} in ${seconds.toFixed(1)} s.\n${textOf(verdicts)}`);
    const broken = brokenIn(verdicts).length;
    writeFigures(
      figures,
      `rehearsal-${environment}`,
      figuresOfRehearsal({ environment, broken, seconds }, new Date()),
    );
    return broken === 0 ? done : notDone;
  },
  async prune(vault) {
    const [copies, segments] = await prune(vault());
    console.log(`Deleted: ${String(copies)} copies, ${String(segments)} segments of the log.`);
    return done;
  },
  async 'archive-settings'(_, { settings }) {
    console.log(archiveSettings(settings));
    return Promise.resolve(done);
  },
  async 'push-wal'(vault, { words: [path = '', segment = ''] }) {
    await pushWal(vault(), path, segment);
    return done;
  },
  async 'fetch-wal'(vault, { words: [segment = '', path = ''] }) {
    try {
      return (await fetchWal(vault(), segment, path)) ? done : notDone;
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
      return givesUp;
    }
  },
};

export async function backup(args: readonly string[]): Promise<number> {
  try {
    const asked = askedIn(args);
    const [command = '', ...words] = asked.words;
    const perform = commands[command];
    if (!perform) return misunderstood(`There is no command "${command}".`);
    return await perform(() => new Vault(settingsIn(asked.settings)), { ...asked, words });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return notDone;
  }
}

/** Segments are filled by the minute, so that no more than a minute is lost with the machine. */
export function archiveSettings(settings: string): string {
  return [
    `archive_mode = on`,
    `archive_timeout = 60`,
    `archive_command = '${ours(settings, 'push-wal %p %f')}'`,
  ].join('\n');
}

async function prune(vault: Vault): Promise<readonly [copies: number, segments: number]> {
  const bases = await listBases(vault);
  const gone = superfluous(bases);
  for (const base of gone) await removeBase(vault, base);
  const left = bases.filter((base) => !gone.includes(base));
  const first = oldestOfDays(left);
  if (first === undefined) return [gone.length, 0];
  const needed = [{ from: first.from, to: undefined }, ...left.map(({ from, to }) => ({ from, to }))];
  const segments = superfluousWal(
    (await storedWal(vault)).map(({ segment }) => segment),
    needed,
  );
  await vault.remove(segments.map(walName));
  return [gone.length, segments.length];
}

/** Postgres keeps the path for years: through the link, since a release is removed when newer ones have come. */
export function lasting(path: string): string {
  return path.replace(/\/releases\/[^/]+\//, '/current/');
}

function ours(settings: string, command: string): string {
  const [node, folder] = [lasting(process.execPath), lasting(import.meta.dirname)];
  const words = [node, join(folder, 'main.ts'), command, '--settings', settings];
  for (const word of [node, folder, settings])
    if (/[^\w./-]/.test(word)) throw new Obstacle(`Postgres cannot be told a path like ${word}.`);
  return words.join(' ');
}

function askedIn(args: readonly string[]): Asked {
  const text = { type: 'string' } as const;
  const options = {
    ...{ settings: text, to: text, at: text, in: text, figures: text },
    ...{ environment: { ...text, default: 'prod' }, scratch: { type: 'boolean' as const } },
  } as const;
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  return {
    ...{ words: positionals, settings: values.settings ?? usualFolder },
    ...{ to: values.to, at: values.at, isScratch: values.scratch === true },
    ...{ in: values.in, environment: values.environment, figures: values.figures },
  };
}

function misunderstood(why: string): number {
  console.error(`${why}\n${usage}`);
  return notUnderstood;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

if (import.meta.main) process.exitCode = await backup(process.argv.slice(2));
