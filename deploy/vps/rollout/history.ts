// What was released when, by whom, and how it ended: one line each, only ever added to.
import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { readIfThere } from '../../local/machine/files.ts';

export interface Entry {
  readonly at: string;
  readonly by: string;
  readonly action: 'release' | 'rollback';
  readonly version: string;
  /** What ran before; nothing the first time. */
  readonly from: string | undefined;
  readonly outcome: 'done' | 'undone' | 'stuck';
  readonly seconds: number;
  readonly why?: string;
}

export function note(file: string, entry: Entry): void {
  mkdirSync(dirname(file), { recursive: true });
  appendFileSync(file, `${JSON.stringify(entry)}\n`, { mode: 0o644, flush: true });
}

export function historyIn(file: string): readonly Entry[] {
  const lines = (readIfThere(file) ?? '').split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line) as Entry);
}

/** Where a rollback leads: to what the running version replaced when it came, not merely to what ran last. */
export function before(history: readonly Entry[], version: string): string | undefined {
  const came = history.findLast(
    (entry) => entry.action === 'release' && entry.outcome === 'done' && entry.version === version,
  );
  return came?.from;
}

/** The newest by the time they came, and what must stay all the same. */
export function superfluous(
  history: readonly Entry[],
  installed: readonly string[],
  { keep, needed }: { readonly keep: number; readonly needed: readonly (string | undefined)[] },
): readonly string[] {
  const cameAt = (version: string): number => history.findLastIndex((entry) => entry.version === version);
  const newest = installed.toSorted((a, b) => cameAt(b) - cameAt(a));
  return newest.slice(keep).filter((version) => !needed.includes(version));
}
