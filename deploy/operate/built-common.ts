import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { repository } from '../local/instance.ts';

/** Common's own code, as it runs: nothing else may change what Common keeps. */
export async function builtCommon<Exports>(path: string): Promise<Exports> {
  const file = join(repository, 'services/common/dist', path);
  return (await import(pathToFileURL(file).href)) as Exports;
}
