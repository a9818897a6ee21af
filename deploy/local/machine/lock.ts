// `npm start` and `npm test` may run at the same moment; what they share (packages, node_modules) is done by one at a time.
import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { readIfThere } from './files.ts';
import { Obstacle } from './obstacle.ts';
import { identityOf, isAlive, type ProcessIdentity } from './processes.ts';
import { until } from './wait.ts';

const patienceMs = 15 * 60_000;

/** Runs the work while no other live process holds the same lock file; a lock left by a dead process is taken over. */
export async function alone<T>(path: string, work: () => Promise<T>): Promise<T> {
  mkdirSync(dirname(path), { recursive: true });
  const taken = await until(() => tryTake(path), { deadlineMs: patienceMs, everyMs: 200 });
  if (taken === undefined) {
    throw new Obstacle(`Another run has held ${path} for 15 minutes. If none is running, delete that file.`);
  }
  try {
    return await work();
  } finally {
    rmSync(path, { force: true });
  }
}

function tryTake(path: string): true | undefined {
  const mine = `${path}.${randomUUID()}`;
  writeFileSync(mine, JSON.stringify(identityOf(process.pid)));
  try {
    // A link appears whole or fails: a lock file is never seen half-written.
    linkSync(mine, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    removeIfStale(path);
    return undefined;
  } finally {
    rmSync(mine, { force: true });
  }
}

function removeIfStale(path: string): void {
  if (!isStale(path)) return;
  // Another waiter may have replaced the stale lock by its own just now: look at what was really moved away.
  const aside = `${path}.${randomUUID()}`;
  try {
    renameSync(path, aside);
    if (!isStale(aside)) linkSync(aside, path);
  } catch (error) {
    if (!['ENOENT', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

function isStale(path: string): boolean {
  const text = readIfThere(path);
  return text !== undefined && !isAlive(JSON.parse(text) as ProcessIdentity);
}
