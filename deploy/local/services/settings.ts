import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { environments, hostOf, issuer, type Service, services, webApp } from '../../topology.ts';
import { type Instance, repository } from '../instance.ts';
import { type Account, canRead } from '../machine/account.ts';
import { settings } from '../servers/given.ts';
import { brokerPassword, brokerUser } from '../servers/rabbitmq-definitions.ts';
import type { Urls } from '../servers/server.ts';
import type { DatabaseAnswer } from './databases.ts';
import { bucketOf } from './provision.ts';
import type { ServiceSetting } from './service-process.ts';
import { audience, demoIssuer, publicKeys } from './signing-key.ts';

/** Plain settings that a person may override in `.env`. */
const overridable = [
  'LOG_LEVEL',
  'RATE_LIMITS',
  'OTEL_EXPORTER_OTLP_ENDPOINT',
  'OTEL_TRACES_SAMPLER',
  'OTEL_TRACES_SAMPLER_ARG',
];

export function serviceSettings(instance: Instance, urls: Urls, databases: DatabaseAnswer): ServiceSetting[] {
  const account = serviceAccount(instance);
  const version = currentVersion();
  const own = settings();
  const wished = overridable.flatMap((name) => (own[name] === undefined ? [] : [[name, own[name]] as const]));
  const variables = {
    LOG_LEVEL: 'info',
    S3_ENDPOINT: needed(urls, 'S3_URL'),
    S3_BUCKET: bucketOf(instance),
    AUTH_ISSUER: `${appAddress(instance)}${issuer.path}`,
    AUTH_AUDIENCE: audience,
    AUTH_JWKS: `http://127.0.0.1:${issuer.ports.local}${issuer.path}/jwks`,
    // The demo data are written before anybody has signed up.
    AUTH_OTHER_ISSUERS: JSON.stringify([
      {
        issuer: demoIssuer(instance.ports.web),
        audience,
        jwks: JSON.parse(publicKeys(instance)) as unknown,
        permissions: 'trusted',
      },
    ]),
    ...Object.fromEntries(wished),
  };
  return services.map((service) => ({
    service,
    account,
    version,
    variables: { ...variables, ...ownVariables(instance, service) },
    secrets: {
      ...ownSecrets(instance, service),
      DATABASE_URL: needed(databases, service.name),
      AMQP_URL: brokerUrl(instance, service.name, needed(urls, 'AMQP_URL')),
      REDIS_JOBS_URL: needed(urls, 'REDIS_JOBS_URL'),
      REDIS_CACHE_URL: needed(urls, 'REDIS_CACHE_URL'),
      S3_ACCESS_KEY: needed(urls, 'S3_ACCESS_KEY'),
      S3_SECRET_KEY: needed(urls, 'S3_SECRET_KEY'),
    },
  }));
}

function appAddress({ ports }: Instance): string {
  return `http://${hostOf(environments.local, webApp)}:${ports.web}`;
}

/** Common is where people sign in; without a mail server their mails are shown at /dev/mail. */
function ownVariables(instance: Instance, { name }: Service): Record<string, string> {
  if (name !== 'common') return {};
  const app = appAddress(instance);
  const identity = { OIDC_ISSUER: `${app}${issuer.path}`, OIDC_PORT: String(issuer.ports.local) };
  // A developer's receiver is on this machine.
  return { APP_URL: app, ...identity, WEBHOOK_TARGETS: 'any' };
}

function ownSecrets(instance: Instance, { name }: Service): Record<string, string> {
  return name === 'common' ? { IDENTITY_KEY: instance.secret('identity key') } : {};
}

/** Our own broker knows a user per service; a broker that was given is used with the login that was given. */
function brokerUrl(instance: Instance, service: string, url: string): string {
  const broker = new URL(url);
  if (broker.host !== `127.0.0.1:${instance.ports.amqp}`) return url;
  broker.username = brokerUser(instance, service);
  broker.password = brokerPassword(instance, service);
  return broker.href;
}

/** The servers' account; in a clone that this account cannot read, such as one in root's home, our own. */
function serviceAccount({ account }: Instance): Account {
  const isReadable = [join(repository, 'package.json'), process.execPath].every((path) =>
    canRead(account, path),
  );
  return isReadable ? account : { uid: process.getuid?.() ?? -1, gid: process.getgid?.() ?? -1 };
}

function currentVersion(): string {
  const { version } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')) as {
    version: string;
  };
  const commit = spawnSync('git', ['rev-parse', '--short=8', 'HEAD'], { cwd: repository, encoding: 'utf8' });
  return commit.status === 0 ? `${version}+${commit.stdout.trim()}` : version;
}

function needed(values: Readonly<Record<string, string>>, name: string): string {
  const value = values[name];
  if (value === undefined) throw new Error(`${name} is not known`);
  return value;
}
