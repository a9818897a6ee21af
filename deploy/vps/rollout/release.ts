// A release from beginning to end, and the way back. Whatever fails before the last step is undone by itself.
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { Obstacle } from '../../local/machine/obstacle.ts';
import type { Progress } from '../../local/terminal/progress.ts';
import { migrateUnitOf, serviceNamed } from '../../topology.ts';
import { requireUnchanged } from '../artefact/artefact.ts';
import { type Exchange, exchange, settle, undo } from './exchange.ts';
import { type Door, smoke } from './gates.ts';
import { before, type Entry, historyIn, note, superfluous } from './history.ts';
import { install, lay, type Source } from './install.ts';
import type { Part } from './place.ts';

export interface Server extends Exchange {
  readonly parts: readonly Part[];
  readonly door: Door;
  readonly trusted: string;
  readonly progress: Progress;
}

const kept = 5;

export async function release(server: Server, version: string, from: Source['from']): Promise<void> {
  const { place, parts, progress, trusted } = server;
  await progress.step(`check and unpack ${version}`, () => install(place, version, { from, trusted }));
  for (const part of parts) await lay(place, version, part);
  await recorded(server, 'release', version, async () => {
    await migrate(server, version);
    await changeAll(server, version);
  });
  prune(server);
}

/** To the version before, or a named one that is still there. Databases stay: every release fits the schema after it. */
export async function rollback(server: Server, wished?: string): Promise<string> {
  const { place, parts, trusted } = server;
  const running = runningVersion(server);
  const version =
    wished ?? (running === undefined ? undefined : before(historyIn(place.historyFile), running));
  if (version === undefined)
    throw new Obstacle(`Nothing is known to have run before ${running ?? 'the first release'}.`);
  const tree = join(place.whole, version);
  if (!existsSync(tree))
    throw new Obstacle(
      `${version} is not on this machine any more: release it again. There are ${readdirSync(place.whole).join(', ')}.`,
    );
  await requireUnchanged(version, { tree, trusted });
  for (const part of parts) await lay(place, version, part);
  await recorded(server, 'rollback', version, () => changeAll(server, version));
  return version;
}

/** Of most parts, when an affected few were released alone. */
function runningVersion({ place, parts }: Server): string | undefined {
  return parts.map((part) => place.version(part)).find((version) => version !== undefined);
}

/** Before any instance is exchanged: what is added does not disturb those of before, which go on meanwhile. */
async function migrate(server: Server, version: string): Promise<void> {
  const { place, machine, parts, progress, signal } = server;
  for (const part of parts) {
    if (part === 'web') continue;
    if (signal?.aborted === true) throw new Obstacle('Stopped.');
    place.point(part, 'next', version);
    const unit = migrateUnitOf(place.environment, serviceNamed(part));
    await progress.step(`${part}: database`, () => machine.start(unit));
  }
}

async function changeAll(server: Server, version: string): Promise<void> {
  const { place, parts, progress, door, signal } = server;
  for (const part of parts) {
    if (signal?.aborted === true) throw new Obstacle('Stopped.');
    const from = place.version(part) ?? 'nothing';
    await progress.step(`${part}: ${from} → ${version}`, () => exchange(server, part, version));
  }
  await progress.step('ask every part through nginx', () => smoke(place, parts, version, door));
}

async function recorded(
  server: Server,
  action: Entry['action'],
  version: string,
  work: () => Promise<void>,
): Promise<void> {
  const { place, parts } = server;
  for (const part of parts) await settle(server, part);
  const begun = performance.now();
  const from = runningVersion(server);
  const were = new Map(parts.map((part) => [part, place.version(part)]));
  const end = (outcome: Entry['outcome'], why?: string): void =>
    note(place.historyFile, {
      ...{ at: new Date().toISOString(), by: who(), action, version, from, outcome },
      ...{
        seconds: Math.round((performance.now() - begun) / 100) / 10,
        ...(why === undefined ? {} : { why }),
      },
    });
  try {
    await work();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    await undoAll(server, were).catch((second: unknown) => {
      end('stuck', why);
      throw new Obstacle(`${why}\n\nAnd it could not be undone: ${String(second)}`);
    });
    end('undone', why);
    throw new Obstacle(`${why}\n\n${version} was not released; ${from ?? 'nothing'} runs as before.`);
  }
  place.lendTools(version);
  end('done');
}

/** The last first, and nobody can interrupt it. */
async function undoAll(server: Server, were: ReadonlyMap<Part, string | undefined>): Promise<void> {
  const uninterrupted = { ...server, signal: undefined };
  for (const [part, version] of [...were].reverse())
    await server.progress.step(`${part}: back to ${version ?? 'nothing'}`, () =>
      undo(uninterrupted, part, version),
    );
}

function prune({ place, parts }: Server): void {
  const history = historyIn(place.historyFile);
  const running = parts.map((part) => place.version(part));
  const needed = [...running, ...running.map((version) => version && before(history, version))];
  for (const version of superfluous(history, readdirSync(place.whole), { keep: kept, needed })) {
    for (const part of parts) rmSync(place.releaseOf(part, version), { recursive: true, force: true });
    rmSync(join(place.whole, version), { recursive: true, force: true });
  }
}

export function prepare({ place, parts }: Pick<Server, 'place' | 'parts'>): void {
  for (const part of parts) mkdirSync(join(place.releaseOf(part, 'x'), '..'), { recursive: true });
  mkdirSync(place.whole, { recursive: true });
}

/** The person, and not the root that `sudo` made of them. */
const who = (): string => process.env['SUDO_USER'] ?? userInfo().username;
