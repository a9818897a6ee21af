import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { newId } from '@dhanman/kernel';
import {
  freePort,
  freshSurroundings,
  query,
  server,
  ServiceProcess,
  type Surroundings,
} from '@dhanman/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { database } from '../src/database.js';

let surroundings: Surroundings;

beforeAll(async () => {
  const ports = { PORT: String(await freePort()), METRICS_PORT: String(await freePort()) };
  surroundings = await freshSurroundings('sales', database, { overrides: ports });
});

afterAll(async () => {
  await surroundings.drop();
});

type Changes = Readonly<Record<string, string>>;

/** Starts the built service and returns what it said when it gave up; a service that runs is a failed test. */
async function lastWords(changes: Changes, missing: readonly string[] = []): Promise<string> {
  const environment = { ...surroundings.environment };
  const secrets = { ...surroundings.secrets };
  for (const [name, value] of Object.entries(changes)) {
    if (name in secrets) secrets[name] = value;
    else environment[name] = value;
  }
  const without = (variables: Changes): Record<string, string> =>
    Object.fromEntries(Object.entries(variables).filter(([name]) => !missing.includes(name)));
  const process = ServiceProcess.start({
    service: 'sales',
    environment: without(environment),
    secrets: without(secrets),
  });
  const timer = setTimeout(() => process.signal('SIGKILL'), 18_000);
  const { code } = await process.exited;
  clearTimeout(timer);
  expect({ code, output: process.output }).toMatchObject({ code: 1 });
  for (const value of Object.values({ ...secrets, ...changes })) {
    if (value.length > 5) expect(process.output).not.toContain(value);
  }
  const lines = process.output.split('\n').filter((line) => line.startsWith('sales cannot run: '));
  expect(lines).toHaveLength(1);
  return lines[0]!;
}

const privateKey = '{"keys":[{"kty":"OKP","crv":"Ed25519","x":"AAAA","d":"c2VjcmV0"}]}';

describe('a service refuses to start and says which variable is wrong, without showing its value:', () => {
  test.each<[string, Changes]>([
    ['DATABASE_URL must be a postgres:// address', { DATABASE_URL: 'mysql://root:hunter22@db/sales' }],
    ['DATABASE_URL must be a postgres:// address', { DATABASE_URL: 'hunter22' }],
    ['AMQP_URL must be an amqp(s):// address', { AMQP_URL: 'http://user:hunter22@broker' }],
    ['REDIS_JOBS_URL must be a redis(s):// address', { REDIS_JOBS_URL: 'localhost:6379' }],
    ['PORT must be a port number', { PORT: 'eighty' }],
    ['PORT must be a port number', { PORT: '70000' }],
    ['PORT must not be 0', { PORT: '0', ENVIRONMENT: 'prod' }],
    ['METRICS_PORT is missing', { METRICS_PORT: '' }],
    ['LOG_LEVEL must be error, warn, info or debug', { LOG_LEVEL: 'loudly' }],
    ['ENVIRONMENT must be local, test, qa or prod', { ENVIRONMENT: 'staging' }],
    ['PUBLIC_URL must be an http(s) address', { PUBLIC_URL: 'ftp://files.example' }],
    ['S3_ENDPOINT must be an http(s) address', { S3_ENDPOINT: 'minio:9000' }],
    ['S3_BUCKET must be a bucket name', { S3_BUCKET: 'Not A Bucket' }],
    ['AUTH_ISSUER must be an http(s) address', { AUTH_ISSUER: 'identity' }],
    ['AUTH_JWKS must be the address of a JSON Web Key Set', { AUTH_JWKS: '-----BEGIN PUBLIC KEY-----' }],
    [
      'AUTH_JWKS must be the address of a JSON Web Key Set, or the set itself with at least one public key',
      { AUTH_JWKS: '{"keys":[]}' },
    ],
    [
      'AUTH_JWKS must be the address of a JSON Web Key Set, or the set itself with at least one public key and no private one',
      { AUTH_JWKS: privateKey },
    ],
    ['SHUTDOWN_DEADLINE_MS must be milliseconds', { SHUTDOWN_DEADLINE_MS: '15 seconds' }],
    ['DATABASE_POOL_SIZE must be a number from 1 to 999', { DATABASE_POOL_SIZE: '-10' }],
    ['DATABASE_REACH_MS must be milliseconds from 100 to 99999', { DATABASE_REACH_MS: '20' }],
    [
      'OTEL_EXPORTER_OTLP_ENDPOINT must be an http(s) address',
      { OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4318' },
    ],
  ])('%s', async (sentence, changes) => {
    expect(await lastWords(changes)).toContain(sentence);
  });

  test('a secret that is nowhere', async () => {
    expect(await lastWords({}, ['DATABASE_URL'])).toContain('DATABASE_URL is missing');
  });

  test('everything at once, in one sentence', async () => {
    const words = await lastWords({ PORT: 'x', LOG_LEVEL: 'x', AMQP_URL: 'x' }, [
      'REDIS_JOBS_URL',
      'AUTH_AUDIENCE',
    ]);
    for (const name of ['PORT', 'LOG_LEVEL', 'AMQP_URL', 'REDIS_JOBS_URL', 'AUTH_AUDIENCE'])
      expect(words).toContain(name);
  });
});

describe('a service refuses surroundings that are not safe to work in:', () => {
  test.each(['PORT', 'METRICS_PORT'])('its %s is taken', async (name) => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const port = String((taken.address() as AddressInfo).port);
    expect(await lastWords({ [name]: port })).toContain(`port ${port} is already in use`);
    taken.close();
  });

  test('it would connect as a superuser', async () => {
    const DATABASE_URL = surroundings.database.adminUrl;
    expect(await lastWords({ DATABASE_URL })).toContain('the database role is a superuser');
  });

  test('it would connect as the owner of the tables', async () => {
    const DATABASE_URL = surroundings.database.ownerUrl;
    expect(await lastWords({ DATABASE_URL })).toContain('the database role owns tables');
  });

  test('it would connect as a role that may bypass row policies', async () => {
    const role = `bypass_${newId().replaceAll('-', '_')}`;
    const { adminUrl, appUrl } = surroundings.database;
    await query(adminUrl, `create role ${role} login bypassrls password '${role}'`);
    const url = Object.assign(new URL(appUrl), { username: role, password: role });
    try {
      await query(adminUrl, `grant connect on database "${surroundings.database.name}" to ${role}`);
      expect(await lastWords({ DATABASE_URL: url.href })).toContain(
        'the database role may bypass row policies',
      );
    } finally {
      await query(
        adminUrl,
        `revoke connect on database "${surroundings.database.name}" from ${role}; drop role ${role}`,
      );
    }
  });

  test.each([
    [
      'row policies are switched off',
      'alter table customer disable row level security',
      'alter table customer enable row level security',
      'table customer has no row policies',
    ],
    [
      'row policies are not forced',
      'alter table customer no force row level security',
      'alter table customer force row level security',
      'row policies of table customer are not forced',
    ],
    [
      'a table belongs to no tenant and nobody said so',
      'create table stray (id int)',
      'drop table stray',
      'table stray has no organization_id',
    ],
    [
      'a migration is pending',
      `update migration set name = 'X' where name = 'Customers1760000001000'`,
      `update migration set name = 'Customers1760000001000' where name = 'X'`,
      'migrations are pending: Customers1760000001000',
    ],
  ])('%s', async (_what, breakIt, repair, sentence) => {
    await query(surroundings.database.adminUrl, breakIt);
    try {
      expect(await lastWords({})).toContain(sentence);
    } finally {
      await query(surroundings.database.adminUrl, repair);
    }
  });

  test('the Redis for jobs throws keys away when it is full', async () => {
    const words = await lastWords({ REDIS_JOBS_URL: server('redisCache') });
    expect(words).toMatch(/the Redis for jobs has the policy \S+lru, but needs noeviction/);
  });
});
