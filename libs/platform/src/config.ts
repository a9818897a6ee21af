import { inspect } from 'node:util';
import { z } from 'zod';
import { Refusal } from './refusal.js';
import { type Environment, readSecret } from './secrets.js';

/** The environment does not describe a service that could run. One sentence names every variable at fault. */
export class ConfigurationWrong extends Refusal {
  override readonly name = 'ConfigurationWrong';

  constructor(readonly complaints: readonly string[]) {
    super(`configuration is wrong: ${complaints.join('; ')}`);
  }
}

const url = (what: string, ...protocols: readonly string[]) =>
  z.string().refine((text) => protocols.includes(protocolOf(text)), {
    error: `must be ${what}`,
  });

const port = z
  .string()
  .regex(/^[0-9]{1,5}$/, 'must be a port number')
  .transform(Number)
  .refine((number) => number <= 65_535, 'must be a port number');

const platformShape = {
  ENVIRONMENT: z.enum(['local', 'test', 'qa', 'prod'], 'must be local, test, qa or prod'),
  SERVICE_VERSION: z.string().min(1).default('0.0.0'),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: port,
  METRICS_PORT: port,
  PUBLIC_URL: url('an http(s) address', 'http:', 'https:'),
  LOG_LEVEL: z.enum(['error', 'warn', 'info', 'debug'], 'must be error, warn, info or debug').default('info'),
  DATABASE_URL: url('a postgres:// address', 'postgres:', 'postgresql:'),
  DATABASE_POOL_SIZE: z
    .string()
    .regex(/^[1-9][0-9]{0,2}$/, 'must be a number from 1 to 999')
    .transform(Number)
    .default(10),
  AMQP_URL: url('an amqp(s):// address', 'amqp:', 'amqps:'),
  REDIS_JOBS_URL: url('a redis(s):// address', 'redis:', 'rediss:'),
  REDIS_CACHE_URL: url('a redis(s):// address', 'redis:', 'rediss:'),
  S3_ENDPOINT: url('an http(s) address', 'http:', 'https:'),
  S3_BUCKET: z.string().regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'must be a bucket name'),
  S3_ACCESS_KEY: z.string().min(1),
  S3_SECRET_KEY: z.string().min(1),
  AUTH_ISSUER: url('an http(s) address', 'http:', 'https:'),
  AUTH_AUDIENCE: z.string().min(1),
  AUTH_JWKS: z.string().transform((text, context) => publicKeys(text) ?? refuse(context, jwksComplaint)),
  AUTH_PERMISSIONS_CLAIM: z.enum(['ignored', 'trusted'], 'must be ignored or trusted').default('ignored'),
  /** The organization whose members run the installation, see `Operators`. */
  OPERATOR_ORGANIZATION: z.uuid('must be the id of an organization').optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: url('an http(s) address', 'http:', 'https:').optional(),
  SHUTDOWN_DEADLINE_MS: z
    .string()
    .regex(/^[1-9][0-9]{2,5}$/, 'must be milliseconds from 100 to 999999')
    .transform(Number)
    .default(15_000),
} as const;

const secretNames = [
  'DATABASE_URL',
  'AMQP_URL',
  'REDIS_JOBS_URL',
  'REDIS_CACHE_URL',
  'S3_ACCESS_KEY',
  'S3_SECRET_KEY',
] as const;

const jwksComplaint = 'must be a JSON Web Key Set with at least one public key and no private one';

export type PlatformConfig = Readonly<z.output<z.ZodObject<typeof platformShape>>>;

export interface ConfigClass<Config extends PlatformConfig = PlatformConfig> {
  new (environment: Environment): Config;
}

/**
 * The configuration of a service: the variables all services share and its own, parsed once when the class is
 * constructed and frozen. The class is also the token by which the values are injected.
 */
export function defineConfig<Extra extends z.ZodRawShape>(
  extra: Extra,
): ConfigClass<PlatformConfig & Readonly<z.output<z.ZodObject<Extra>>>> {
  const schema = z.object({ ...platformShape, ...extra });
  class ParsedConfig {
    constructor(environment: Environment) {
      Object.assign(this, parse(schema, environment));
      Object.freeze(this);
    }

    toJSON(): object {
      return withoutSecrets(this);
    }

    [inspect.custom](): object {
      return withoutSecrets(this);
    }
  }
  return ParsedConfig as unknown as ConfigClass<PlatformConfig & Readonly<z.output<z.ZodObject<Extra>>>>;
}

type Variables = Record<string, string | undefined>;

function parse(schema: z.ZodObject, environment: Environment): object {
  const { variables, complaints } = gather(Object.keys(schema.shape), environment);
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

function gather(names: readonly string[], environment: Environment) {
  const complaints = new Map<string, string>();
  const variables: Variables = {};
  for (const name of names) variables[name] = emptyAsMissing(environment[name]);
  for (const name of secretNames) {
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
  return ['PORT', 'METRICS_PORT'].filter((name) => data[name] === 0);
}

function withoutSecrets(config: object): object {
  const names: readonly string[] = secretNames;
  return Object.fromEntries(Object.entries(config).filter(([name]) => !names.includes(name)));
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

function publicKeys(text: string): PublicKeys | undefined {
  try {
    return PublicKeys.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

function refuse(context: z.RefinementCtx, message: string): never {
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
}
