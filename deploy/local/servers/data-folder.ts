// A data folder is made in two steps with a marker for each, so that an interrupted start is told apart from
// somebody's data: the first is removed and made again, the second is never touched.
import { existsSync, mkdirSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { privateFolder, readIfThere, writeWhole } from '../machine/files.ts';
import { end, processesIn } from '../machine/processes.ts';
import { Obstacle } from '../machine/obstacle.ts';
import type { Instance } from '../instance.ts';

const building = 'building';
const complete = 'dhanman.json';

export interface DataFolder {
  readonly path: string;
  /** Proves that the server which answers uses this folder. */
  readonly nonce: string;
}

/** Where a server keeps its data, filled by `fill` on first use. */
export async function dataFolder(
  instance: Instance,
  name: string,
  fill: (folder: DataFolder) => Promise<void>,
): Promise<DataFolder> {
  const path = join(instance.folder, 'data', name);
  const folder = { path, nonce: nonceOf(instance, name) };
  if (isComplete(folder)) return folder;
  await clear(path);
  privateFolder(path, instance.account);
  writeWhole(join(path, building), '');
  await fill(folder);
  writeWhole(join(path, complete), JSON.stringify({ nonce: folder.nonce }), { owner: instance.account });
  rmSync(join(path, building));
  return folder;
}

export function nonceOf(instance: Instance, name: string): string {
  return `dhanman-${instance.name}-${instance.secret(`${name} nonce`).slice(0, 16)}`;
}

function isComplete({ path, nonce }: DataFolder): boolean {
  const marker = readIfThere(join(path, complete));
  if (marker === undefined) return false;
  if ((JSON.parse(marker) as { nonce?: string }).nonce === nonce) return true;
  throw new Obstacle(
    `The data in ${path} belong to another instance (the passwords kept for this one are not theirs). ` +
      'Move the folder away, or run `npm run reset` to start empty.',
  );
}

async function clear(path: string): Promise<void> {
  mkdirSync(path, { recursive: true });
  const content = readdirSync(path);
  if (content.length > 0 && !existsSync(join(path, building))) {
    throw new Obstacle(
      `${path} holds files that this program did not put there, so it is left alone. Move it away, then run the same command again.`,
    );
  }
  // A run that was killed while it made the folder may have left a tool behind that is still writing.
  await Promise.all(processesIn(realpathSync(path)).map((left) => end(left, { signal: 'SIGKILL' })));
  for (const entry of readdirSync(path)) rmSync(join(path, entry), { recursive: true });
}
