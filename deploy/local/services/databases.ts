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

async function prepare({
  adminUrl,
  environment,
  repository,
  services,
}: DatabaseRequest): Promise<DatabaseAnswer> {
  const { provisionDatabase, migrate } = await load<Platform>(repository, 'libs/platform/dist/index.js');
  const addresses = services.map(async ({ service, passwords }) => {
    try {
      const { urls } = await provisionDatabase(adminUrl, { environment, service, passwords });
      const { database } = await load<{ database: unknown }>(
        repository,
        'services',
        service,
        'dist/database.js',
      );
      await migrate(database, urls.owner);
      return [service, urls.app] as const;
    } catch (error) {
      throw new Error(`${service}: ${error instanceof Error ? error.message : String(error)}`, {
        cause: error,
      });
    }
  });
  return Object.fromEntries(await Promise.all(addresses));
}

try {
  process.stdout.write(
    JSON.stringify(await prepare(JSON.parse(await text(process.stdin)) as DatabaseRequest)),
  );
} catch (error) {
  process.stderr.write(error instanceof Error ? error.message : String(error));
  // Other databases may still be at work; there is nothing left to wait for.
  process.exit(1);
}
