import { deployed } from '../topology.ts';
import { listBases, removeBase } from './bases.ts';
import { superfluousObjects } from './beside.ts';
import { listDated } from './dated.ts';
import { oldestOfDays, superfluous } from './retention.ts';
import type { Vault } from './vault.ts';
import { storedWal, superfluousWal, walName } from './wal.ts';

export interface Pruned {
  readonly copies: number;
  readonly segments: number;
  readonly beside: number;
}

export async function prune(vault: Vault): Promise<Pruned> {
  return { ...(await pruneDatabases(vault)), beside: await pruneBeside(vault) };
}

async function pruneDatabases(vault: Vault): Promise<Omit<Pruned, 'beside'>> {
  const bases = await listBases(vault);
  const gone = superfluous(bases);
  for (const base of gone) await removeBase(vault, base);
  const left = bases.filter((base) => !gone.includes(base));
  const first = oldestOfDays(left);
  if (first === undefined) return { copies: gone.length, segments: 0 };
  const needed = [{ from: first.from, to: undefined }, ...left.map(({ from, to }) => ({ from, to }))];
  const stored = (await storedWal(vault)).map(({ segment }) => segment);
  const segments = superfluousWal(stored, needed);
  await vault.remove(segments.map(walName));
  return { copies: gone.length, segments: segments.length };
}

/** Inventories first: what only those knew that go now goes with them. */
async function pruneBeside(vault: Vault): Promise<number> {
  const all = await listDated(vault);
  const kinds = [...new Set(all.map(({ kind }) => kind))];
  const gone = kinds.flatMap((kind) => superfluous(all.filter((one) => one.kind === kind)));
  await vault.remove(gone.map(({ name }) => name));
  let objects = 0;
  for (const { name } of deployed) {
    const names = await superfluousObjects(vault, name);
    await vault.remove(names);
    objects += names.length;
  }
  return gone.length + objects;
}
