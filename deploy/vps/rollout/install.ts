// A release beside those that are there: unpacked once, then linked into the folder of each part.
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { mustRun } from '../../local/machine/run.ts';
import { open, requireUnchanged } from '../artefact/artefact.ts';
import type { Part, Place } from './place.ts';

export interface Source {
  readonly from: string;
  readonly trusted: string;
}

/** What is there already is looked at, not unpacked again: a release that was interrupted is begun anew. */
export async function install(place: Place, version: string, { from, trusted }: Source): Promise<void> {
  const tree = join(place.whole, version);
  if (existsSync(tree)) return requireUnchanged(version, { tree, trusted });
  const unfinished = `${tree}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  await open(version, { from, trusted, into: unfinished });
  renameSync(unfinished, tree);
}

/** Without a byte of its own: every file is the one that was checked, under a second name. */
export async function lay(place: Place, version: string, part: Part): Promise<void> {
  const to = place.releaseOf(part, version);
  if (existsSync(to)) return;
  const tree = join(place.whole, version);
  const unfinished = `${to}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  if (part === 'web') {
    await mustRun('cp', ['-al', join(tree, 'services/web/dist'), unfinished]);
  } else {
    mkdirSync(join(unfinished, 'services'), { recursive: true });
    const shared = ['bin', 'libs', 'node_modules', 'package.json', 'release.env'].map((name) =>
      join(tree, name),
    );
    await mustRun('cp', ['-al', '-t', unfinished, ...shared]);
    await mustRun('cp', ['-al', '-t', join(unfinished, 'services'), join(tree, 'services', part)]);
  }
  renameSync(unfinished, to);
}

const assets = 'services/web/dist/assets/';

/** A page that is open asks for parts of itself later, by names that only its own release knows. */
export function carryAssetsOver(place: Place, leaving: string | undefined, coming: string): void {
  if (leaving === undefined || leaving === coming) return;
  for (const file of assetsOf(join(place.whole, leaving))) {
    const to = join(place.releaseOf('web', coming), 'assets', file);
    mkdirSync(dirname(to), { recursive: true });
    cpSync(join(place.releaseOf('web', leaving), 'assets', file), to, { force: false });
  }
}

/** Its own, and not those that it was lent itself. */
function assetsOf(tree: string): readonly string[] {
  return readFileSync(join(tree, 'SHA256SUMS'), 'utf8')
    .split('\n')
    .map((line) => line.slice(66))
    .filter((path) => path.startsWith(assets))
    .map((path) => path.slice(assets.length));
}
