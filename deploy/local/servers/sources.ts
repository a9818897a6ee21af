// Where each server comes from. Everything that is missing is found out before anything is started, so that a person
// reads one message and not one per attempt.
import { spawnSync } from 'node:child_process';
import { Obstacle } from '../machine/obstacle.ts';
import { installer } from '../machine/packages.ts';
import { whereIs } from '../machine/programs.ts';
import { type Environment, givenUrls, variableName } from './given.ts';
import type { Server, Urls } from './server.ts';

export type Source =
  | { readonly kind: 'given'; readonly urls: Urls }
  | { readonly kind: 'installed' }
  | { readonly kind: 'packages'; readonly how: readonly string[] }
  | { readonly kind: 'compose' };

/** What can be used on this machine. */
export interface Machine {
  readonly has: (program: string) => boolean;
  readonly installer: () => readonly string[] | undefined;
  readonly hasCompose: () => boolean;
}

export const thisMachine: Machine = {
  has: (program) => whereIs(program) !== undefined,
  installer,
  hasCompose: () => {
    const answers = (...args: string[]): boolean =>
      spawnSync('docker', args, { stdio: 'ignore', timeout: 10_000 }).status === 0;
    return answers('compose', 'version') && answers('info');
  },
};

export interface Wish {
  readonly instance: string;
  readonly settings: Environment;
  readonly machine?: Machine;
}

/** The source of every server, or an obstacle that names all the missing ones and the ways to provide them. */
export function sourcesOf(
  servers: readonly Server[],
  { instance, settings, machine = thisMachine }: Wish,
): ReadonlyMap<Server, Source> {
  const sources = new Map<Server, Source>();
  const wanted = servers.filter((server) => {
    const urls = givenUrls(server, instance, settings);
    if (urls !== undefined) sources.set(server, { kind: 'given', urls });
    else if (server.programs.every(machine.has)) sources.set(server, { kind: 'installed' });
    return !sources.has(server);
  });
  if (wanted.length === 0) return sources;
  const source = sourceForMissing(machine);
  if (source === undefined) throw new Obstacle(missingServers(wanted, instance));
  for (const server of wanted) sources.set(server, source);
  return sources;
}

function sourceForMissing(machine: Machine): Source | undefined {
  const how = machine.installer();
  if (how !== undefined) return { kind: 'packages', how };
  return machine.hasCompose() ? { kind: 'compose' } : undefined;
}

function missingServers(servers: readonly Server[], instance: string): string {
  const packages = packagesOf(servers).join(' ');
  const variables = servers
    .filter((server) => server.variables.length > 0)
    .map(
      (server) =>
        `       ${server.title}: ${server.variables.map((name) => variableName(instance, name)).join(', ')}`,
    );
  return [
    `Missing on this machine: ${servers.map((server) => server.title).join(', ')}.`,
    'Provide them in one of these ways, then run the same command again:',
    `  1. Install them (Debian, Ubuntu):`,
    `       sudo apt-get install --no-install-recommends ${packages}`,
    '     or run this command as root, or as a user who may use sudo: it installs them itself.',
    '  2. Start Docker with Compose: they then run in containers.',
    ...(variables.length === 0
      ? []
      : ['  3. Name servers of your own, in .env or in the environment:', ...variables]),
  ].join('\n');
}

export function packagesOf(servers: readonly Server[]): string[] {
  return [...new Set(servers.flatMap((server) => server.packages))];
}
