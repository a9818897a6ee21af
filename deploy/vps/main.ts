// `deploy/vps/<command> …` on a server, and on the machine that builds. Everything a workflow does is one of these.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { repository } from '../local/instance.ts';
import { interruption, onInterruption } from '../local/machine/interruption.ts';
import { alone } from '../local/machine/lock.ts';
import { explain, Obstacle } from '../local/machine/obstacle.ts';
import { table } from '../local/terminal/table.ts';
import { terminalProgress } from '../local/terminal/show.ts';
import { deployed, services } from '../topology.ts';
import { isVersion, seal } from './artefact/artefact.ts';
import { stage } from './artefact/stage.ts';
import type { Wanted } from './machine/plan.ts';
import { provision } from './machine/provision.ts';
import { historyIn } from './rollout/history.ts';
import { systemd } from './rollout/machine.ts';
import { type Part, Place } from './rollout/place.ts';
import { prepare, release, rollback, type Server } from './rollout/release.ts';

const usage = `Usage:
  deploy/vps/provision <prod|qa|prod,qa> --s3 <url> [--certificates self|acme|<folder>] [--mail <address>] [--check]
      makes a fresh machine a server, or puts right what is not as it should be; --check only says what that is
  deploy/vps/build-artefact <version> --key <file> [--out <folder>]
      the built checkout as one signed file (after npm ci and npm run build)
  deploy/vps/release <prod|qa> <version> [--from <folder>] [--only sales,web]
      installs it beside what runs and changes over; what fails is undone
  deploy/vps/rollback <prod|qa> [<version>] [--only sales,web]
      back to what ran before
  deploy/vps/history <prod|qa>
Options: --trusted <file> the public key of releases (/etc/dhanman/release.pub), --patience <seconds> for an instance
to become ready (90)`;

class Misunderstood extends Error {}

const text = { type: 'string' } as const;
const options = {
  key: text,
  out: { ...text, default: 'artefacts' },
  from: { ...text, default: '/var/lib/dhanman/artefacts' },
  trusted: { ...text, default: '/etc/dhanman/release.pub' },
  only: { ...text, default: [...services.map(({ name }) => name), 'web'].join(',') },
  patience: { ...text, default: '90' },
  ...{ s3: text, mail: text, certificates: { ...text, default: 'self' } },
  check: { type: 'boolean', default: false },
} as const;

type Asked = ReturnType<typeof askedIn>;
type Command = (asked: Asked) => Promise<void> | void;

const commands: Readonly<Record<string, Command>> = {
  'build-artefact': async ({ words: [version = ''], values: { key, out } }) => {
    requireVersion(version);
    if (key === undefined)
      throw new Misunderstood('--key <file> is missing: what is not signed installs nowhere.');
    const folder = mkdtempSync(join(tmpdir(), 'dhanman-artefact-'));
    try {
      await terminalProgress().step(`build ${version}`, async (say) => {
        await stage(version, join(folder, 'tree'));
        const { sha256 } = await seal(join(folder, 'tree'), { version, commit: commit(), keyFile: key, out });
        say(`${out}/dhanman-${version}.tar.zst, SHA-256 ${sha256}`);
      });
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
  provision: async (asked) => {
    const { check } = asked.values;
    const count = await provision(wantedIn(asked), check);
    if (check && count > 0) throw new Obstacle(`${String(count)} are not as they should be.`);
    console.log(count === 0 ? 'Everything is as it should be.' : `${String(count)} were put right.`);
  },
  release: async (asked) => {
    const [, version = ''] = asked.words;
    requireVersion(version);
    await onServer(asked, (server) => release(server, version, asked.values.from));
  },
  rollback: async (asked) => {
    const [, version] = asked.words;
    if (version !== undefined) requireVersion(version);
    await onServer(asked, async (server) => console.log(`${await rollback(server, version)} runs.`));
  },
  history: (asked) => {
    const entries = historyIn(new Place(environmentOf(asked)).historyFile);
    const rows = entries.map((one) => [one.at, one.by, one.action, one.from ?? '', one.version, one.outcome]);
    console.log(table([['When', 'Who', 'What', 'From', 'To', 'Outcome'], ...rows]));
  },
};

async function onServer(asked: Asked, work: (server: Server) => Promise<unknown>): Promise<void> {
  const { trusted, patience } = asked.values;
  const patienceMs = Number(patience) * 1000;
  if (!(patienceMs > 0)) throw new Misunderstood(`${patience} is not a number of seconds.`);
  // What root unpacks is read by the accounts of the services.
  process.umask(0o022);
  onInterruption(() => console.error('Stopping: what has been changed is changed back.'));
  const server: Server = {
    ...{ place: new Place(environmentOf(asked)), machine: systemd, patienceMs, signal: interruption },
    ...{ parts: partsOf(asked), door: { port: 443 }, trusted, progress: terminalProgress() },
  };
  prepare(server);
  await alone(server.place.lockFile, () => work(server));
}

function wantedIn({ words: [names = ''], values: { s3, certificates, mail } }: Asked): Wanted {
  const environments = names.split(',').map((name) => environmentOf({ words: [name] }));
  if (s3 === undefined || !URL.canParse(s3))
    throw new Misunderstood('--s3 <url> is missing: where files are kept.');
  const isWord = certificates === 'self' || certificates === 'acme';
  return { environments, s3, mail, certificates: isWord ? certificates : { from: certificates } };
}

function environmentOf({ words: [name] }: Pick<Asked, 'words'>) {
  const found = deployed.find((environment) => environment.name === name);
  if (found === undefined) throw new Misunderstood(`"${name ?? ''}" is not an environment.`);
  return found;
}

function partsOf({ values: { only } }: Asked): readonly Part[] {
  const all: readonly Part[] = [...services.map(({ name }) => name), 'web'];
  const wished = only.split(',');
  const unknown = wished.find((name) => !all.includes(name as Part));
  if (unknown !== undefined) throw new Misunderstood(`There is no "${unknown}", only ${all.join(', ')}.`);
  return all.filter((part) => wished.includes(part));
}

function requireVersion(version: string): void {
  if (!isVersion(version)) throw new Misunderstood(`"${version}" is not a version.`);
}

function commit() {
  const git = spawnSync('git', ['log', '-1', '--format=%H %ct'], { cwd: repository, encoding: 'utf8' });
  const [id = '', seconds = ''] = git.status === 0 ? git.stdout.trim().split(' ') : [];
  if (id === '') throw new Obstacle('A release is built from a checkout: git knows nothing of this folder.');
  return { id, seconds: Number(seconds) };
}

function askedIn(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    return { values, words: positionals };
  } catch (error) {
    throw new Misunderstood((error as Error).message);
  }
}

export async function vps([name = '', ...args]: readonly string[]): Promise<number> {
  try {
    const command = commands[name];
    if (command === undefined) throw new Misunderstood(`There is no command "${name}".`);
    await command(askedIn(args));
    return 0;
  } catch (error) {
    if (!(error instanceof Misunderstood)) {
      console.error(explain(error));
      return 1;
    }
    console.error(`${error.message}\n${usage}`);
    return 2;
  }
}

if (import.meta.main) process.exitCode = await vps(process.argv.slice(2));
