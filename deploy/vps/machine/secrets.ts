// Passwords that the machine makes up itself. Each lies in one place only: in the address with which its service connects.
import { existsSync, readFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { Obstacle } from '../../local/machine/obstacle.ts';
import {
  brokerPort,
  brokerUserOf,
  credentialsOf,
  databaseOf,
  databaseRoleOf,
  type DatabaseRole,
  type Environment,
  postgresPort,
  redisServers,
  type Service,
  services,
} from '../../topology.ts';
import { file, folder, kept, secret } from './basics.ts';
import type { Wish } from './wish.ts';

export const configurationOf = (environment: Environment): string => `/etc/dhanman/${environment.name}`;

/** What nobody but the operator knows, put here by hand, once for all services. */
const given = ['S3_ACCESS_KEY', 'S3_SECRET_KEY', 'MAIL_URL'];
const givenFile = (environment: Environment, name: string): string =>
  join(configurationOf(environment), 'given', name);

export const credentialFile = (environment: Environment, service: Service, name: string): string =>
  join(configurationOf(environment), 'credentials', service.name, name);

export const ownerFile = (environment: Environment, service: Service, role: DatabaseRole): string =>
  join(
    configurationOf(environment),
    'credentials-of-owners',
    service.name,
    `DATABASE_${role.toUpperCase()}_URL`,
  );

const redisFile = (environment: Environment, name: string): string =>
  join(configurationOf(environment), 'credentials-of-owners', `redis-${name}`);

export function requireGiven(environment: Environment): void {
  const missing = given.map((name) => givenFile(environment, name)).filter((path) => !existsSync(path));
  if (missing.length > 0)
    throw new Obstacle(
      `Put the keys of the object store and the mail server (smtps://user:password@host) into ${missing.join(', ')}, owner root, mode 0400.`,
    );
}

export function secrets(environment: Environment): readonly Wish[] {
  const top = configurationOf(environment);
  const inner = ['credentials', 'credentials-of-owners'].map((name) => join(top, name));
  const perService = services.flatMap((service) => [
    ...(['owner', 'read'] as const).map((role) =>
      secret(ownerFile(environment, service, role), () => databaseUrl(environment, service, role, madeUp())),
    ),
    ...credentialsOf(service).map((name) => credential(environment, service, name)),
  ]);
  return [
    folder(top),
    folder(join(top, 'given'), { mode: 0o700 }),
    ...given.map((name) => kept(givenFile(environment, name), [0o400, 0o600])),
    ...inner.map((path) => folder(path, { mode: 0o700 })),
    ...redisServers.map(({ name }) => secret(redisFile(environment, name), madeUp)),
    ...perService,
  ];
}

export function passwordIn(path: string): string {
  return decodeURIComponent(new URL(readFileSync(path, 'utf8')).password);
}

export function redisPassword(environment: Environment, name: string): string {
  return readFileSync(redisFile(environment, name), 'utf8');
}

/** What is given follows what the operator puts there; what is made up stays as it is. */
function credential(environment: Environment, service: Service, name: string): Wish {
  const path = credentialFile(environment, service, name);
  if (!given.includes(name)) return secret(path, () => madeUpFor(environment, service, name));
  const text = readFileSync(givenFile(environment, name), 'utf8').trim();
  return file(path, { text, mode: 0o400 });
}

function madeUpFor(environment: Environment, service: Service, name: string): string {
  const redis = redisServers.find((one) => name === `REDIS_${one.name.toUpperCase()}_URL`);
  if (redis !== undefined) {
    const port = String(redis.ports[environment.name]);
    return `redis://:${redisPassword(environment, redis.name)}@127.0.0.1:${port}/0`;
  }
  if (name === 'DATABASE_URL') return databaseUrl(environment, service, 'app', madeUp());
  if (name === 'AMQP_URL')
    return `amqp://${brokerUserOf(environment, service)}:${madeUp()}@127.0.0.1:${String(brokerPort)}/${environment.name}`;
  return madeUp();
}

function databaseUrl(
  environment: Environment,
  service: Service,
  role: DatabaseRole,
  password: string,
): string {
  const user = databaseRoleOf(environment, service, role);
  return `postgres://${user}:${password}@127.0.0.1:${String(postgresPort)}/${databaseOf(environment, service)}`;
}

const madeUp = (): string => randomBytes(32).toString('hex');
