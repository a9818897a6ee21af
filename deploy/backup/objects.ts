// Files of an environment, which its databases name. They are called after their content and never change, so that a copy
// is made once, a damaged one is known by its name, and to bring one back can overwrite nothing.
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { clientOf, listed } from './s3.ts';
import type { BesideSettings } from './settings.ts';
import type { Vault } from './vault.ts';

export interface Moved {
  readonly moved: number;
  /** Everything that is there by now, where it came from. */
  readonly all: readonly string[];
  /** Whose bytes are not what their name says, or whose name says nothing. They were left where they are. */
  readonly damaged: readonly string[];
}

const atOnce = 8;

export async function copyObjects(vault: Vault, { environment, objects }: BesideSettings): Promise<Moved> {
  const client = clientOf(objects);
  if (!(await client.bucketExists(objects.bucket))) return { moved: 0, all: [], damaged: [] };
  const there = new Set(await copiedObjects(vault, environment));
  const all = (await listed(client, objects.bucket)).map(({ name }) => name);
  const moved = await move(
    all.filter((name) => !there.has(name)),
    async (name) => readWhole(await client.getObject(objects.bucket, name)),
    async (name, content) => vault.put(placeOf(environment, name), Readable.from([content])),
  );
  return { ...moved, all };
}

/** What is there is left alone; the bucket is made when it is gone. */
export async function restoreObjects(vault: Vault, { environment, objects }: BesideSettings): Promise<Moved> {
  const client = clientOf(objects);
  if (!(await client.bucketExists(objects.bucket))) await client.makeBucket(objects.bucket);
  const there = new Set((await listed(client, objects.bucket)).map(({ name }) => name));
  const all = await copiedObjects(vault, environment);
  const moved = await move(
    all.filter((name) => !there.has(name)),
    async (name) => vault.bytes(placeOf(environment, name)),
    async (name, content) => client.putObject(objects.bucket, name, content, content.length),
  );
  return { ...moved, all };
}

export async function copiedObjects(vault: Vault, environment: string): Promise<readonly string[]> {
  const prefix = placeOf(environment, '');
  return (await vault.list(prefix)).map(({ name }) => name.slice(prefix.length));
}

/** Reads some of the copies to their end, as bringing them back would. */
export async function damagedAmong(
  vault: Vault,
  environment: string,
  names: readonly string[],
): Promise<readonly string[]> {
  const read = async (name: string) => vault.bytes(placeOf(environment, name));
  return (await move(names, read, () => Promise.resolve())).damaged;
}

export function placeOf(environment: string, name: string): string {
  return `objects/${environment}/${name}`;
}

export function isWhatItsNameSays(name: string, content: Buffer): boolean {
  return name.split('/').at(-1) === createHash('sha256').update(content).digest('hex');
}

async function move(
  names: readonly string[],
  from: (name: string) => Promise<Buffer>,
  to: (name: string, content: Buffer) => Promise<unknown>,
): Promise<Omit<Moved, 'all'>> {
  const waiting = names.values();
  const damaged: string[] = [];
  let moved = 0;
  const mover = async (): Promise<void> => {
    for (const name of waiting) {
      const content = await from(name);
      if (isWhatItsNameSays(name, content)) {
        await to(name, content);
        moved += 1;
      } else damaged.push(name);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, mover));
  return { moved, damaged: damaged.toSorted() };
}

async function readWhole(source: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of source) parts.push(part);
  return Buffer.concat(parts);
}
