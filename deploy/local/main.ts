// The command table. It runs before `npm ci` has ever run: commands that need packages are loaded after they are there.
import { installDependencies } from './dependencies.ts';
import { openInstance, repository } from './instance.ts';
import { fullDiskAdvice } from './machine/disk.ts';
import { explain, Obstacle } from './machine/obstacle.ts';
import type { Progress } from './terminal/progress.ts';
import { terminalProgress } from './terminal/show.ts';

type Command = (args: readonly string[]) => Promise<number> | number;

interface Row {
  readonly load: () => Promise<Command>;
  readonly needsPackages?: boolean;
  /** Opened before anything else writes below `.dhanman/`: where that lies is the instance's decision. */
  readonly instance?: string;
  readonly says: string;
}

const progress: Progress = terminalProgress();

const commands: Readonly<Record<string, Row>> = {
  start: {
    says: 'starts everything (-- --detach: in the background)',
    load: async () => (await import('./commands/start.ts')).start,
  },
  stop: { says: 'stops everything', load: async () => (await import('./commands/stop.ts')).stop },
  status: { says: 'shows what runs', load: async () => (await import('./commands/status.ts')).status },
  logs: { says: 'shows a log (-- sales)', load: async () => (await import('./commands/logs.ts')).logs },
  reset: {
    says: 'deletes the local data, after asking',
    load: async () => (await import('./commands/reset.ts')).reset,
  },
  dhanman: {
    says: 'shows and decides what is stuck (-- trace <id>, dead-letters …, jobs …)',
    load: async () => (await import('../operate/main.ts')).operate,
  },
  servers: {
    says: 'up|down|env --instance test: only the servers',
    load: async () => (await import('./commands/servers.ts')).servers,
  },
  'lock:fix': {
    says: 'completes the lock file for `npm ci`',
    load: async () => (await import('./lock-fix.ts')).lockFix,
  },
  build: {
    says: 'compiles everything',
    needsPackages: true,
    load: async () => (await import('./commands/build.ts')).build,
  },
  test: {
    says: 'proves everything',
    needsPackages: true,
    instance: 'test',
    load: async () => (await import('./test.ts')).test,
  },
  bench: {
    says: 'measures',
    needsPackages: true,
    instance: 'test',
    load: async () => (await import('../bench/main.ts')).bench,
  },
  verify: {
    says: 'checks what must always be true of the running system',
    needsPackages: true,
    load: async () => (await import('../verify/main.ts')).verify,
  },
  chaos: {
    says: 'kills everything under load and counts what was lost (-- --seconds 60 --seed 1)',
    needsPackages: true,
    load: async () => (await import('../chaos/main.ts')).chaos,
  },
  backup: {
    says: 'stores and restores the databases (-- take, -- restore --at <time>)',
    needsPackages: true,
    load: async () => (await import('../backup/main.ts')).backup,
  },
  pictures: {
    says: 'takes the pictures of docs/images anew',
    needsPackages: true,
    load: async () => (await import('../pictures/main.ts')).pictures,
  },
  generate: {
    says: 'writes the generated files',
    needsPackages: true,
    load: async () => (await import('../generate/main.ts')).generate,
  },
};

async function main([name = '', ...args]: readonly string[]): Promise<number> {
  const command = commands[name];
  if (command === undefined) {
    throw new Obstacle(
      `There is no command "${name}". There are:\n${Object.entries(commands)
        .map(([key, { says }]) => `  ${key.padEnd(10)}${says}`)
        .join('\n')}`,
    );
  }
  if (command.instance !== undefined) await openInstance(command.instance);
  if (command.needsPackages === true) await installDependencies(progress);
  return (await command.load())(args);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(`\n${fullDiskAdvice(repository)}${explain(error)}`);
  // Whoever reads only the last line of a test run must not take silence for success.
  if (process.argv[2] === 'test') console.log('0 passed, 1 failed');
  process.exitCode = 1;
}
