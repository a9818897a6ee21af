// Where the database of a service is, and as whom: the address the service itself uses.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openInstance } from '../local/instance.ts';
import { Obstacle } from '../local/machine/obstacle.ts';
import { serversNamed } from '../local/servers/catalogue.ts';
import { givenUrls, settings } from '../local/servers/given.ts';
import { databaseOf, databaseRoleOf, environments, type ServiceName, serviceNamed } from '../topology.ts';
import type { Request } from './request.ts';

type Place = Pick<Request, 'environment' | 'credentials'>;

export async function databaseUrlOf(
  { environment, credentials }: Place,
  service: ServiceName,
): Promise<string> {
  if (environment === 'local' && credentials === undefined) return localUrl(service);
  const folder = credentials ?? `/etc/dhanman/${environment}/credentials`;
  return credentialIn(join(folder, service, 'DATABASE_URL'));
}

/** Only root may read it on a server, and it goes nowhere but into the connection. */
async function credentialIn(path: string): Promise<string> {
  try {
    return (await readFile(path, 'utf8')).trim();
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    const advice =
      code === 'EACCES' ? 'Run the command with sudo.' : 'Is the service installed on this machine?';
    throw new Obstacle(`${path} cannot be read (${code}). ${advice}`);
  }
}

async function localUrl(name: ServiceName): Promise<string> {
  const instance = await openInstance('local');
  const [postgres] = serversNamed(['postgres']);
  const given = postgres && givenUrls(postgres, instance.name, settings());
  const url = new URL(given?.PG_ADMIN_URL ?? `postgres://127.0.0.1:${instance.ports.postgres}`);
  const service = serviceNamed(name);
  url.username = databaseRoleOf(environments.local, service, 'app');
  url.password = instance.secret(`postgres ${name} app`);
  url.pathname = databaseOf(environments.local, service);
  return url.href;
}
