import { services, type ServiceName } from '../topology.ts';
import type { Awaited, Finding, Invariant, Offender, World } from './invariant.ts';
import { awaited, invariants, placeOf } from './invariants.ts';

export type Verdict =
  | { readonly id: string; readonly state: 'ok'; readonly counted: number; readonly says: string }
  | {
      readonly id: string;
      readonly state: 'broken';
      readonly counted: number;
      readonly says: string;
      readonly offenders: readonly Offender[];
    }
  | { readonly id: string; readonly state: 'not yet'; readonly says: string };

/** Every invariant, or those with these ids, checked or named as not there yet, in the order of the catalogue. */
export async function verdicts(world: World, ids?: readonly string[]): Promise<readonly Verdict[]> {
  const isAsked = ({ id }: { readonly id: string }): boolean => ids?.includes(id) ?? true;
  const found: Verdict[] = [];
  for (const invariant of invariants.filter(isAsked)) found.push(await verdictOn(invariant, world));
  for (const one of awaited.filter(isAsked)) found.push(notYet(one, world));
  return found.sort((one, other) => placeOf(one) - placeOf(other));
}

async function verdictOn(invariant: Invariant, world: World): Promise<Verdict> {
  const { id, says } = invariant;
  const missing = missingTables(invariant, world);
  if (missing.length > 0) return { id, state: 'not yet', says: `${says}: no ${missing.join(', ')}` };
  if (invariant.needsFiles === true && world.keptFiles === undefined)
    return { id, state: 'not yet', says: `${says}: no object store was named` };
  const { counted, offenders }: Finding = await invariant.check(world);
  if (offenders.length === 0) return { id, state: 'ok', counted, says };
  return { id, state: 'broken', counted, says, offenders };
}

function missingTables({ needs }: Invariant, world: World): readonly string[] {
  return services.flatMap(({ name }) =>
    (needs[name] ?? []).filter((table) => !world.namesIn(name).has(table)).map((table) => `${name}.${table}`),
  );
}

function notYet({ id, says, services: where, like }: Awaited, world: World): Verdict {
  const come = where.flatMap((service) => tablesLike(service, like, world));
  const state =
    come.length === 0
      ? `no tables for it in ${where.join(' and ')}`
      : `${come.join(', ')} is there and no check reads it`;
  return { id, state: 'not yet', says: `${says}: ${state}` };
}

function tablesLike(service: ServiceName, like: RegExp, world: World): readonly string[] {
  const tables = [...world.namesIn(service)].filter((name) => like.test(name));
  return [...new Set(tables.map((name) => name.split('.', 1).join('')))].map((name) => `${service}.${name}`);
}
