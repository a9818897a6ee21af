// `npm run backup -- …`, and the two commands that Postgres itself calls for its log.
import { table } from '../local/terminal/table.ts';
import { type EnvironmentName, environments } from '../topology.ts';
import { archiveSettings, fetchCommand } from './archive-settings.ts';
import { type Asked, askedIn, Misunderstood, usage } from './asked.ts';
import { listBases, takeBase } from './bases.ts';
import { beat } from './beat.ts';
import { takeBeside } from './beside.ts';
import { figuresOfCheck, figuresOfPart, figuresOfRehearsal, writeFigures } from './figures.ts';
import { healthOf } from './health.ts';
import { prune } from './prune.ts';
import { rehearse } from './rehearsal.ts';
import { bringBack } from './restores.ts';
import { besideIn, settingsIn } from './settings.ts';
import { Vault } from './vault.ts';
import { fetchWal, pushWal } from './wal.ts';

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
  async 'take-beside'(vault, { settings, tar, figures }) {
    const parts = await takeBeside(vault(), besideIn(settings), tar);
    for (const part of parts) {
      const name = [part.part, ...(part.environment === undefined ? [] : [part.environment])].join('-');
      if (part.isWhole) writeFigures(figures, `beside-${name}`, figuresOfPart(part, new Date()));
      console[part.isWhole ? 'log' : 'error'](`${name}: ${part.said}`);
    }
    return parts.every(({ isWhole }) => isWhole) ? done : notDone;
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
  async restore(vault, asked) {
    console.log(await bringBack(vault(), asked));
    return done;
  },
  async rehearse(vault, { environment, settings, in: folder, figures }) {
    if (!Object.hasOwn(environments, environment))
      throw new Misunderstood(`There is no environment ${environment}.`);
    const { brokenIn, textOf } = await import('../verify/report.ts');
    const { verdicts, upTo, seconds } = await rehearse(vault(), {
      environment: environment as EnvironmentName,
      beside: besideIn(settings).find((one) => one.environment === environment),
      in: folder,
      fetch: fetchCommand(settings),
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
    const { copies, segments, beside } = await prune(vault());
    console.log(
      `Deleted: ${String(copies)} copies, ${String(segments)} segments of the log, ${String(beside)} things beside.`,
    );
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
    if (!perform) throw new Misunderstood(`There is no command "${command}".`);
    return await perform(() => new Vault(settingsIn(asked.settings)), { ...asked, words });
  } catch (error) {
    if (!(error instanceof Misunderstood)) {
      console.error(error instanceof Error ? error.message : error);
      return notDone;
    }
    console.error(`${error.message}\n${usage}`);
    return notUnderstood;
  }
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

if (import.meta.main) process.exitCode = await backup(process.argv.slice(2));
