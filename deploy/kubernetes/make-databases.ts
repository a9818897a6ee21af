// A job of the cluster: makes the database, the roles and the rights of every service, as provisioning does on a server.
// It may run again at any time. Its credentials are SUPERUSER_URL, and in a folder of each service the two addresses
// with which that service works and its migrations run: their passwords become those of the roles.
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { databaseOf, databaseRoleOf, environments, services, type Environment } from '../topology.ts';

interface Platform {
  readonly provisionDatabase: (adminUrl: string, provision: unknown) => Promise<unknown>;
}

const platform = join(import.meta.dirname, '../../libs/platform/dist/database/provision.js');

export async function makeDatabases(
  environment: Environment,
  credentials: string,
  which = services,
): Promise<void> {
  const { provisionDatabase } = (await import(pathToFileURL(platform).href)) as Platform;
  const read = (...path: readonly string[]): string =>
    readFileSync(join(credentials, ...path), 'utf8').trim();
  // The operator names no database, since its superuser may enter each.
  const admin = Object.assign(new URL(read('SUPERUSER_URL')), { pathname: '/postgres' });
  for (const service of which) {
    const app = new URL(read(service.name, 'DATABASE_URL'));
    const owner = new URL(read(service.name, 'DATABASE_OWNER_URL'));
    const wanted = `/${databaseOf(environment, service)}`;
    for (const [role, { username, pathname }] of [['app', app] as const, ['owner', owner] as const])
      if (username !== databaseRoleOf(environment, service, role) || pathname !== wanted)
        throw new Error(
          `${service.name} has to come as ${databaseRoleOf(environment, service, role)} to ${wanted}`,
        );
    await provisionDatabase(admin.href, {
      ...{ environment: environment.name, service: service.name },
      // Who only looks is let in when somebody gives that role a password.
      passwords: { app: passwordOf(app), owner: passwordOf(owner), read: randomBytes(32).toString('hex') },
    });
  }
}

const passwordOf = ({ password }: URL): string => decodeURIComponent(password);

if (import.meta.main) {
  const { ENVIRONMENT: name = '', CREDENTIALS_DIRECTORY: credentials = '' } = process.env;
  if (name !== 'prod' && name !== 'qa') throw new Error('ENVIRONMENT is prod or qa.');
  await makeDatabases(environments[name], credentials);
}
