import { inspect } from 'node:util';
import { z } from 'zod';
import { limits } from './database/clients.js';
import { trustedProxiesVariable } from './http/trusted-proxies.js';
import { generousLimits, rateLimitsVariable } from './rate-limits/rate-limits.js';
import { Refusal } from './refusal.js';
import { type Environment, readSecret } from './secrets.js';

/** The environment does not describe a service that could run. One sentence names every variable at fault. */
export class ConfigurationWrong extends Refusal {
  override readonly name = 'ConfigurationWrong';

  constructor(readonly complaints: readonly string[]) {
    super(`configuration is wrong: ${complaints.join('; ')}`);
  }
}

/** A variable that holds an address of one of these protocols. */
export const addressVariable = (what: string, ...protocols: readonly string[]) =>
  z.string().refine((text) => protocols.includes(protocolOf(text)), {
    error: `must be ${what}`,
  });

export const portVariable = z
  .string()
  .regex(/^[0-9]{1,5}$/, 'must be a port number')
  .transform(Number)
  .refine((number) => number <= 65_535, 'must be a port number');

const permissionsClaim = z.enum(['ignored', 'trusted'], 'must be ignored or trusted');

const platformShape = {
  ENVIRONMENT: z.enum(['local', 'test', 'qa', 'prod'], 'must be local, test, qa or prod'),
  SERVICE_VERSION: z.string().min(1).default('0.0.0'),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: portVariable,
  METRICS_PORT: portVariable,
  /** Where figures are served: this machine alone, unless a network policy stands before them. */
  METRICS_HOST: z.string().min(1).default('127.0.0.1'),
  TRUSTED_PROXIES: trustedProxiesVariable,
  PUBLIC_URL: addressVariable('an http(s) address', 'http:', 'https:'),
  LOG_LEVEL: z.enum(['error', 'warn', 'info', 'debug'], 'must be error, warn, info or debug').default('info'),
  DATABASE_URL: addressVariable('a postgres:// address', 'postgres:', 'postgresql:'),
  /** A streaming copy of the whole server, with the same logins: it answers questions that are work. */
  DATABASE_REPLICA: z
    .string()
    .regex(/^(\[[0-9a-f:]+\]|[a-z0-9][a-z0-9.-]*):[0-9]{1,5}$/i, 'must be host:port')
    .optional(),
  DATABASE_POOL_SIZE: z
    .string()
    .regex(/^[1-9][0-9]{0,2}$/, 'must be a number from 1 to 999')
    .transform(Number)
    .default(10),
  /** How long it may take to connect, and again to open a transaction, before a request is told to come back later. */
  DATABASE_REACH_MS: z
    .string()
    .regex(/^[1-9][0-9]{2,4}$/, 'must be milliseconds from 100 to 99999')
    .transform(Number)
    .default(limits.reachMs),
  AMQP_URL: addressVariable('an amqp(s):// address', 'amqp:', 'amqps:'),
  REDIS_JOBS_URL: addressVariable('a redis(s):// address', 'redis:', 'rediss:'),
  REDIS_CACHE_URL: addressVariable('a redis(s):// address', 'redis:', 'rediss:'),
  S3_ENDPOINT: addressVariable('an http(s) address', 'http:', 'https:'),
  S3_BUCKET: z.string().regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'must be a bucket name'),
  S3_ACCESS_KEY: z.string().min(1),
  S3_SECRET_KEY: z.string().min(1),
  AUTH_ISSUER: addressVariable('an http(s) address', 'http:', 'https:'),
  AUTH_AUDIENCE: z.string().min(1),
  AUTH_JWKS: z.string().transform((text, context) => keySource(text) ?? refuse(context, jwksComplaint)),
  AUTH_PERMISSIONS_CLAIM: permissionsClaim.default('ignored'),
  AUTH_OTHER_ISSUERS: z
    .string()
    .transform((text, context) => otherIssuers(text) ?? refuse(context, issuersComplaint))
    .default([]),
  /** The organization whose members run the installation, see `Operators`. */
  OPERATOR_ORGANIZATION: z.uuid('must be the id of an organization').optional(),
  RATE_LIMITS: rateLimitsVariable,
  OTEL_EXPORTER_OTLP_ENDPOINT: addressVariable('an http(s) address', 'http:', 'https:').optional(),
  SHUTDOWN_DEADLINE_MS: z
    .string()
    .regex(/^[1-9][0-9]{2,5}$/, 'must be milliseconds from 100 to 999999')
    .transform(Number)
    .default(15_000),
  /** How often the directory is compared, see `DirectoryFingerprints`; the same in every service. */
  DIRECTORY_LOOK_EVERY_MS: z
    .string()
    .regex(/^[1-9][0-9]{2,6}$/, 'must be milliseconds from 100 to 9999999')
    .transform(Number)
    .default(300_000),
} as const;

const platformInTests = { RATE_LIMITS: generousLimits } as const;

const secretNames = [
  'DATABASE_URL',
  'AMQP_URL',
  'REDIS_JOBS_URL',
  'REDIS_CACHE_URL',
  'S3_ACCESS_KEY',
  'S3_SECRET_KEY',
] as const;

const jwksComplaint =
  'must be the address of a JSON Web Key Set, or the set itself with at least one public key and no private one';
const issuersComplaint = 'must be a JSON list of { issuer, audience, jwks }';

export type PlatformConfig = Readonly<z.output<z.ZodObject<typeof platformShape>>>;

export interface ConfigClass<Config extends PlatformConfig = PlatformConfig> {
  new (environment: Environment): Config;
  /** The names of all that is read, and which of them are secrets: what templates have to name. */
  readonly variables: readonly string[];
  readonly secrets: readonly string[];
}

export interface OwnVariables {
  /** Which of them are secrets: read from credential files, and never shown. */
  readonly secrets?: readonly string[];
  /** What a test that does not care gets; in every other environment these must be given. */
  readonly inTests?: Readonly<Record<string, string>>;
}

/**
 * The configuration of a service: the variables all services share and its own, parsed once when the class is
 * constructed and frozen. The class is also the token by which the values are injected.
 */
export function defineConfig<Extra extends z.ZodRawShape>(
  extra: Extra,
  { secrets = [], inTests = {} }: OwnVariables = {},
): ConfigClass<PlatformConfig & Readonly<z.output<z.ZodObject<Extra>>>> {
  const schema = z.object({ ...platformShape, ...extra });
  const allSecrets = [...secretNames, ...secrets];
  class ParsedConfig {
    static readonly variables = Object.keys(schema.shape);
    static readonly secrets = allSecrets;

    constructor(environment: Environment) {
      const usual = environment['ENVIRONMENT'] === 'test' ? { ...platformInTests, ...inTests } : {};
      Object.assign(this, parse(schema, allSecrets, { ...usual, ...environment }));
      Object.freeze(this);
    }

    toJSON(): object {
      return without(allSecrets, this);
    }

    [inspect.custom](): object {
      return without(allSecrets, this);
    }
  }
  return ParsedConfig as unknown as ConfigClass<PlatformConfig & Readonly<z.output<z.ZodObject<Extra>>>>;
}

type Variables = Record<string, string | undefined>;

function parse(schema: z.ZodObject, secrets: readonly string[], environment: Environment): object {
  const { variables, complaints } = gather(Object.keys(schema.shape), secrets, environment);
  const result = schema.safeParse(variables);
  for (const { path, message } of result.error?.issues ?? []) {
    const name = String(path[0]);
    if (!complaints.has(name)) complaints.set(name, complaint(name, message, variables));
  }
  const data = result.data ?? {};
  for (const name of floatingPorts(data)) complaints.set(name, `${name} must not be 0`);
  if (complaints.size > 0) throw new ConfigurationWrong([...complaints.values()]);
  return data;
}

function gather(names: readonly string[], secrets: readonly string[], environment: Environment) {
  const complaints = new Map<string, string>();
  const variables: Variables = {};
  for (const name of names) variables[name] = emptyAsMissing(environment[name]);
  for (const name of secrets) {
    const secret = readSecret(name, environment);
    if ('complaint' in secret) complaints.set(name, secret.complaint);
    else variables[name] = emptyAsMissing(secret.value);
  }
  return { variables, complaints };
}

/** The value is never part of the sentence: it may be a password in the wrong place. */
function complaint(name: string, message: string, variables: Variables): string {
  return `${name} ${variables[name] === undefined ? 'is missing' : message}`;
}

/** Any free port is fine for a test; elsewhere nobody would find the service. */
function floatingPorts(data: Readonly<Record<string, unknown>>): readonly string[] {
  if (data['ENVIRONMENT'] === 'test') return [];
  return Object.keys(data).filter((name) => /(^|_)PORT$/.test(name) && data[name] === 0);
}

function without(secrets: readonly string[], config: object): object {
  return Object.fromEntries(Object.entries(config).filter(([name]) => !secrets.includes(name)));
}

function emptyAsMissing(text: string | undefined): string | undefined {
  return text === '' ? undefined : text;
}

function protocolOf(text: string): string {
  return URL.canParse(text) ? new URL(text).protocol : '';
}

const PublicKeys = z.object({
  keys: z.array(z.looseObject({ kty: z.enum(['EC', 'OKP', 'RSA']) }).refine((key) => !('d' in key))).min(1),
});

export type PublicKeys = z.infer<typeof PublicKeys>;

/** Where the public keys of an issuer are, or the keys themselves. */
export type KeySource = string | PublicKeys;

export interface TrustedIssuer {
  readonly issuer: string;
  readonly audience: string;
  readonly keys: KeySource;
  /** Whether its tokens say what somebody may do; everybody else's rights are looked up. */
  readonly permissionsClaim: 'ignored' | 'trusted';
}

const OtherIssuers = z.array(
  z.strictObject({
    issuer: z.url().regex(/^\S+$/),
    audience: z.string().min(1),
    jwks: z.union([z.url(), PublicKeys]),
    permissions: permissionsClaim.default('ignored'),
  }),
);

function keySource(text: string): KeySource | undefined {
  if (['http:', 'https:'].includes(protocolOf(text))) return text;
  return PublicKeys.safeParse(fromJson(text)).data;
}

function otherIssuers(text: string): TrustedIssuer[] | undefined {
  const { data } = OtherIssuers.safeParse(fromJson(text));
  return data?.map(({ issuer, audience, jwks, permissions }) => {
    return { issuer, audience, keys: jwks, permissionsClaim: permissions };
  });
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function refuse(context: z.RefinementCtx, message: string): never {
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
}
