// What lies beside the databases and is worth as much: the files of each environment, the virtual host of its broker, and
// the configuration of the machine. Taken after the databases: a file is stored before the row that names it.
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { explain, Obstacle } from '../local/machine/obstacle.ts';
import { mustRun } from '../local/machine/run.ts';
import { definitionsAt, importDefinitions } from './broker.ts';
import { datedAt, keepDated, listDated } from './dated.ts';
import { copyObjects, type Moved, placeOf, restoreObjects } from './objects.ts';
import type { BesideSettings } from './settings.ts';
import type { Vault } from './vault.ts';

export interface Part {
  readonly part: 'objects' | 'broker' | 'configuration';
  readonly environment: string | undefined;
  readonly said: string;
  readonly isWhole: boolean;
}

/** Each part by itself: that one cannot be had takes nothing from the others. `tar` holds the configuration. */
export async function takeBeside(
  vault: Vault,
  places: readonly BesideSettings[],
  tar: string | undefined,
): Promise<readonly Part[]> {
  const now = new Date();
  const parts: Part[] = [];
  for (const place of places) {
    const { environment } = place;
    parts.push(await tried('objects', environment, () => takeObjects(vault, place, now)));
    parts.push(await tried('broker', environment, () => takeBroker(vault, place, now)));
  }
  if (tar !== undefined)
    parts.push(
      await tried('configuration', undefined, async () =>
        changed(await keepDated(vault, 'configuration', readFileSync(tar), now)),
      ),
    );
  return parts;
}

export async function restoreBroker(
  vault: Vault,
  { environment, broker }: BesideSettings,
  at: Date | undefined,
): Promise<void> {
  await importDefinitions(broker, await datedAt(vault, `broker-${environment}`, at));
}

export async function restoreFiles(vault: Vault, place: BesideSettings): Promise<Moved> {
  const moved = await restoreObjects(vault, place);
  refuseDamage(moved);
  return moved;
}

/** Into a folder of its own: somebody looks at it before it becomes that of a machine. */
export async function restoreConfiguration(vault: Vault, to: string, at: Date | undefined): Promise<void> {
  if (existsSync(to) && readdirSync(to).length > 0)
    throw new Obstacle(`${to} is not empty. Name a new folder: nothing is overwritten.`);
  const content = await datedAt(vault, 'configuration', at);
  mkdirSync(to, { recursive: true, mode: 0o700 });
  await mustRun('tar', ['-x', '-p', '-f', '-', '-C', to], { input: content });
}

/** Copies that no kept inventory knows, and that are older than the last of them: whoever could name them is gone. */
export async function superfluousObjects(vault: Vault, environment: string): Promise<readonly string[]> {
  const inventories = await listDated(vault, `inventory-${environment}`);
  const last = inventories.at(-1);
  if (last === undefined) return [];
  const wanted = new Set<string>();
  for (const { name } of inventories)
    for (const one of (await vault.text(name)).split('\n')) wanted.add(placeOf(environment, one));
  return (await vault.list(placeOf(environment, '')))
    .filter(({ name, at }) => !wanted.has(name) && at.toISOString() < last.finishedAt)
    .map(({ name }) => name);
}

async function takeObjects(vault: Vault, place: BesideSettings, now: Date): Promise<string> {
  const moved = await copyObjects(vault, place);
  const kind = `inventory-${place.environment}`;
  const today = now.toISOString().slice(0, 10);
  // One a day says for how long a file that was removed is still wanted.
  if ((await listDated(vault, kind)).at(-1)?.finishedAt.startsWith(today) !== true)
    await keepDated(vault, kind, Buffer.from(moved.all.join('\n')), now);
  refuseDamage(moved);
  return `${String(moved.moved)} new of ${String(moved.all.length)}`;
}

async function takeBroker(vault: Vault, { environment, broker }: BesideSettings, now: Date): Promise<string> {
  const definitions = JSON.stringify(await definitionsAt(broker));
  return changed(await keepDated(vault, `broker-${environment}`, Buffer.from(definitions), now));
}

function refuseDamage({ damaged }: Moved): void {
  if (damaged.length === 0) return;
  const rest = damaged.length > 3 ? ` and ${String(damaged.length - 3)} more` : '';
  throw new Obstacle(
    `Not what their names say, and left out: ${damaged.slice(0, 3).join(', ')}${rest}. All others are whole.`,
  );
}

async function tried(
  part: Part['part'],
  environment: string | undefined,
  work: () => Promise<string>,
): Promise<Part> {
  try {
    return { part, environment, said: await work(), isWhole: true };
  } catch (error) {
    return { part, environment, said: explain(error), isWhole: false };
  }
}

const changed = (isNew: boolean): string => (isNew ? 'changed, stored' : 'as it was');
