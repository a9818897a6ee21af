// Runs as a program of its own, after the build: it needs the packages and the compiled platform, and everything it has
// loaded is gone when it ends. Its input, addresses and passwords, comes through the pipe and never through arguments.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { text } from 'node:stream/consumers';

export interface DatabaseRequest {
  readonly adminUrl: string;
  readonly environment: string;
  readonly repository: string;
  readonly services: readonly {
    readonly service: string;
    readonly passwords: Readonly<Record<'owner' | 'app' | 'read', string>>;
  }[];
}

/** Per service the address its application role connects to. */
export type DatabaseAnswer = Readonly<Record<string, string>>;

interface Platform {
  readonly provisionDatabase: (
    adminUrl: string,
    provision: { environment: string; service: string; passwords: Readonly<Record<string, string>> },
  ) => Promise<{ urls: { owner: string; app: string } }>;
  readonly migrate: (definition: unknown, ownerUrl: string) => Promise<readonly string[]>;
}

async function load<T>(...path: string[]): Promise<T> {
  return (await import(pathToFileURL(join(...path)).href)) as T;
}

const { adminUrl, environment, repository, services } = JSON.parse(
  await text(process.stdin),
) as DatabaseRequest;
const { provisionDatabase, migrate } = await load<Platform>(repository, 'libs/platform/dist/index.js');
const answers = await Promise.all(
  services.map(async ({ service, passwords }) => {
    const { urls } = await provisionDatabase(adminUrl, { environment, service, passwords });
    const { database } = await load<{ database: unknown }>(
      repository,
      'services',
      service,
      'dist/database.js',
    );
    await migrate(database, urls.owner);
    return [service, urls.app] as const;
  }),
);
process.stdout.write(JSON.stringify(Object.fromEntries(answers)));
