import { spawnService, type SpawnedService } from '@dhanman/testing';
import { serviceNames, type ServiceName } from '@dhanman/client';
import type { Upstreams } from '../../../../deploy/generate/nginx/local.ts';

/** The six services as built, each in a process of its own that can be killed. */
export interface Fleet {
  readonly upstreams: Upstreams;
  of(name: ServiceName): SpawnedService;
  stop(): Promise<void>;
}

export type Overrides = Readonly<Partial<Record<ServiceName, Readonly<Record<string, string>>>>>;

/** The release they say they are. */
export const version = '0.1.0';

/** One after the other: six starts at once on a small machine would all miss their deadline. */
export async function startFleet(overrides: Overrides): Promise<Fleet> {
  const running = new Map<ServiceName, SpawnedService>();
  const stop = async (): Promise<void> => {
    await Promise.all([...running.values()].map((service) => service.drop()));
  };
  try {
    for (const name of serviceNames) {
      running.set(
        name,
        await spawnService(name, { overrides: { SERVICE_VERSION: version, ...overrides[name] } }),
      );
    }
  } catch (error) {
    await stop();
    throw error;
  }
  const addresses = [...running].map(([name, { process }]) => [name, new URL(process.url).host]);
  return {
    upstreams: Object.fromEntries(addresses) as Upstreams,
    of: (name) => running.get(name)!,
    stop,
  };
}
