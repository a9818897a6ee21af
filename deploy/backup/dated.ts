// Small things that change now and then: each state is stored once, under the moment it was first seen and its hash.
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { Obstacle } from '../local/machine/obstacle.ts';
import type { Vault } from './vault.ts';

export interface Dated {
  readonly name: string;
  readonly kind: string;
  readonly finishedAt: string;
  readonly sha256: string;
}

const folder = 'dated/';

/** Whether it was stored: not when it is what was stored last. */
export async function keepDated(vault: Vault, kind: string, content: Buffer, now: Date): Promise<boolean> {
  const sha256 = createHash('sha256').update(content).digest('hex');
  if ((await listDated(vault, kind)).at(-1)?.sha256 === sha256) return false;
  await vault.put(`${folder}${kind}/${now.toISOString()}-${sha256}`, Readable.from([content]));
  return true;
}

/** Oldest first, of one kind or of all. */
export async function listDated(vault: Vault, kind?: string): Promise<readonly Dated[]> {
  const stored = await vault.list(kind === undefined ? folder : `${folder}${kind}/`);
  return stored
    .map(({ name }) => {
      const [, of = '', file = ''] = name.split('/');
      return { name, kind: of, finishedAt: file.slice(0, 24), sha256: file.slice(25) };
    })
    .sort((one, other) => one.name.localeCompare(other.name));
}

/** As it was at that moment, or as it was last. */
export async function datedAt(vault: Vault, kind: string, at: Date | undefined): Promise<Buffer> {
  const found = (await listDated(vault, kind)).findLast(
    ({ finishedAt }) => at === undefined || finishedAt <= at.toISOString(),
  );
  if (found === undefined) throw new Obstacle(`Nothing of ${kind} was stored before that moment.`);
  const content = await vault.bytes(found.name);
  if (createHash('sha256').update(content).digest('hex') !== found.sha256)
    throw new Obstacle(`${found.name} is not what was stored.`);
  return content;
}
