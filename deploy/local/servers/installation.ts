import { installPackages } from '../machine/packages.ts';
import type { Progress } from '../terminal/progress.ts';
import type { Server } from './server.ts';
import { packagesOf, type Source } from './sources.ts';

/**
 * Installs what is missing in two goes: Ceph is as large as all the others together, and they can start while it comes.
 * Returns what each server has to wait for.
 */
export function installation(
  sources: ReadonlyMap<Server, Source>,
  progress: Progress,
): ReadonlyMap<Server, Promise<void>> {
  const missing = [...sources].flatMap(([server, source]) =>
    source.kind === 'packages' ? [{ server, how: source.how }] : [],
  );
  const [first] = missing;
  if (first === undefined) return new Map();
  const { how } = first;
  const servers = missing.map(({ server }) => server);
  const tool = how.includes('sudo') ? 'sudo apt-get' : 'apt-get';
  progress.say(`Missing on this machine and installed now with ${tool}: ${packagesOf(servers).join(', ')}.`);
  const waits = new Map<Server, Promise<void>>();
  let done = Promise.resolve();
  for (const group of [
    servers.filter(({ name }) => name !== 's3'),
    servers.filter(({ name }) => name === 's3'),
  ]) {
    if (group.length === 0) continue;
    done = done.then(() =>
      progress.step(`install ${group.map(({ name }) => name).join(', ')}`, () =>
        installPackages(how, packagesOf(group)),
      ),
    );
    // Whoever waits for it hears of a failure; nobody may be waiting yet.
    done.catch(() => undefined);
    for (const server of group) waits.set(server, done);
  }
  return waits;
}
