import { join } from 'node:path';
import { parseEnvFile } from '../machine/env-file.ts';
import { readIfThere } from '../machine/files.ts';
import { Obstacle } from '../machine/obstacle.ts';
import { repository } from '../instance.ts';
import type { Server, Urls } from './server.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** The person's own settings: the environment, and below it the `.env` file of the clone. */
export function settings(): Environment {
  return { ...parseEnvFile(readIfThere(join(repository, '.env')) ?? ''), ...process.env };
}

/** `DHANMAN_PG_ADMIN_URL` for the local instance, `DHANMAN_TEST_PG_ADMIN_URL` for the test instance. */
export function variableName(instance: string, variable: string): string {
  return instance === 'local' ? `DHANMAN_${variable}` : `DHANMAN_TEST_${variable}`;
}

/** The server that the person named instead of ours. It is used as it is: never started, stopped or configured. */
export function givenUrls(
  server: Pick<Server, 'variables' | 'title'>,
  instance: string,
  from: Environment,
): Urls | undefined {
  const named = server.variables.map(
    (variable) => [variable, from[variableName(instance, variable)] ?? ''] as const,
  );
  const missing = named
    .filter(([, value]) => value === '')
    .map(([variable]) => variableName(instance, variable));
  if (missing.length === named.length) return undefined;
  if (missing.length === 0) return Object.fromEntries(named);
  throw new Obstacle(
    `For your own ${server.title} these settings are also needed (environment or .env): ${missing.join(', ')}.`,
  );
}
