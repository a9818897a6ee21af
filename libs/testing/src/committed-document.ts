import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const folder = resolve(import.meta.dirname, '../../../docs/api');

/**
 * The document of this name as it is committed in docs/api, to be compared with the live one. Under `jest -u` the live
 * one is written first; `state` is what `expect.getState()` returns.
 */
export function committedDocument(name: string, live: object, state: object): unknown {
  const path = join(folder, name);
  const { snapshotState } = state as { snapshotState?: { _updateSnapshot?: string } };
  if (snapshotState?._updateSnapshot === 'all') writeFileSync(path, `${JSON.stringify(live, null, 2)}\n`);
  return JSON.parse(readFileSync(path, 'utf8'));
}
