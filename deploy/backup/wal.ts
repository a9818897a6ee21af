// The log of the cluster, segment by segment: Postgres calls these for each one it has filled, and for each one it needs.
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, rmSync } from 'node:fs';
import { readFile, rename } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { isMissing, type Vault } from './vault.ts';

const folder = 'wal/';

/** Of a segment, a history of a timeline or the label of a backup, as Postgres names them. */
const named = /^[0-9A-F]{8}(?:[0-9A-F]{16}(?:\.[0-9A-F]{8}\.backup|\.partial)?|\.history)$/;

export class LogDiffers extends Error {
  override readonly name = 'LogDiffers';

  constructor(segment: string) {
    super(`${segment} was stored before and says something else: two clusters write to the same place.`);
  }
}

/** Postgres may ask twice, when it died before it had noted our answer: the same again is no fault. */
export async function pushWal(vault: Vault, path: string, segment: string): Promise<void> {
  const name = nameOf(segment);
  if (!(await vault.has(name))) {
    await vault.put(name, createReadStream(path));
    return;
  }
  const hash = createHash('sha256');
  await vault.get(name, async (plain) => {
    for await (const part of plain) hash.update(part);
  });
  if (
    hash.digest('hex') !==
    createHash('sha256')
      .update(await readFile(path))
      .digest('hex')
  )
    throw new LogDiffers(segment);
}

/** Whether it is there. Half of one is never left under its name. */
export async function fetchWal(vault: Vault, segment: string, path: string): Promise<boolean> {
  const half = `${path}.half`;
  try {
    await vault.get(nameOf(segment), async (plain) => pipeline(plain, createWriteStream(half)));
    await rename(half, path);
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  } finally {
    rmSync(half, { force: true });
  }
}

/** The segments that no backup needs which is kept: before the first of the days, and not between begin and end of an older one. */
export function superfluousWal(
  segments: readonly string[],
  needed: readonly { readonly from: string; readonly to: string | undefined }[],
): readonly string[] {
  return segments.filter((segment) => {
    if (!/^[0-9A-F]{24}$/.test(segment)) return false;
    // The timeline in front does not say which is older.
    const place = segment.slice(8);
    return !needed.some(
      ({ from, to }) => place >= from.slice(8) && (to === undefined || place <= to.slice(8)),
    );
  });
}

export async function storedWal(
  vault: Vault,
): Promise<readonly { readonly segment: string; readonly at: Date }[]> {
  const stored = await vault.list(folder);
  return stored.map(({ name, at }) => ({ segment: name.slice(folder.length), at }));
}

export function walName(segment: string): string {
  return nameOf(segment);
}

function nameOf(segment: string): string {
  if (!named.test(segment)) throw new TypeError(`${segment} is not a part of a log.`);
  return `${folder}${segment}`;
}
