// The one table of what runs where. Units, vhosts, environment templates, scrape targets and the local runner
// are derived from it, so a port or a name is written here and nowhere else (`npm run generate` after a change).

export type EnvironmentName = 'prod' | 'qa' | 'local';
export type ServiceName = 'common' | 'community' | 'inventory' | 'payroll' | 'purchase' | 'sales';

export interface Environment {
  readonly name: EnvironmentName;
  readonly domain: string;
  /** What stands before every host name of this environment. */
  readonly hostPrefix: string;
  /** V8 old-space limit in MB: well below `limits.memoryHighMb`, which also pays for buffers, code and stacks. */
  readonly heapMb: number;
}

/** Something nginx hands requests to. */
export interface Upstream {
  readonly name: string;
  readonly ports: Readonly<Record<EnvironmentName, number>>;
}

export interface Service extends Upstream {
  readonly name: ServiceName;
  readonly owns: string;
}

export const environments: Readonly<Record<EnvironmentName, Environment>> = {
  prod: { name: 'prod', domain: 'dhanman.com', hostPrefix: '', heapMb: 1024 },
  qa: { name: 'qa', domain: 'dhanman.com', hostPrefix: 'qa.', heapMb: 512 },
  local: { name: 'local', domain: 'dhanman.localhost', hostPrefix: '', heapMb: 192 },
};

/** Environments that live on a server under systemd and nginx; `local` is run by `npm start`. */
export const deployed: readonly Environment[] = [environments.prod, environments.qa];

export const services: readonly Service[] = [
  {
    name: 'common',
    owns: 'organisations, people, permissions, ledger, documents, audit',
    ports: { prod: 5001, qa: 5101, local: 5201 },
  },
  {
    name: 'community',
    owns: 'buildings, residents, visitors, tickets, maintenance billing',
    ports: { prod: 5002, qa: 5102, local: 5202 },
  },
  {
    name: 'inventory',
    owns: 'items, warehouses, stock, valuation, counts',
    ports: { prod: 5003, qa: 5103, local: 5203 },
  },
  {
    name: 'payroll',
    owns: 'employees, attendance, salaries, payslips, statutory returns',
    ports: { prod: 5004, qa: 5104, local: 5204 },
  },
  {
    name: 'purchase',
    owns: 'vendors, orders, goods receipts, bills, payments, TDS',
    ports: { prod: 5005, qa: 5105, local: 5205 },
  },
  {
    name: 'sales',
    owns: 'customers, invoices, receipts, reminders, GST returns data',
    ports: { prod: 5006, qa: 5106, local: 5206 },
  },
];

/** The second listener of Common issues the tokens, at this path of the app's own address. */
export const issuer = {
  name: 'issuer',
  path: '/oidc',
  ports: { prod: 7001, qa: 7101, local: 7201 },
} as const;

/** The web app is files, not a process: nginx serves it at this subdomain. */
export const webApp = 'app';

/** A service's limits on a server; the generated units carry them. */
export const limits = {
  memoryMaxMb: 2048,
  memoryHighMb: 1536,
  cpuPercent: 200,
  openFiles: 65_536,
  tasks: 256,
  /** How long a service may take to finish what it has begun … */
  shutdownDeadlineMs: 15_000,
  /** … and when systemd loses patience. It must be the longer of the two. */
  stopTimeoutSeconds: 30,
  restartSeconds: 3,
} as const;

/** Secrets every service reads from credential files; never from its environment or its command line. */
const sharedCredentials = [
  'DATABASE_URL',
  'AMQP_URL',
  'REDIS_JOBS_URL',
  'REDIS_CACHE_URL',
  'S3_ACCESS_KEY',
  'S3_SECRET_KEY',
] as const;

const ownCredentials: Readonly<Partial<Record<ServiceName, readonly string[]>>> = {
  common: ['IDENTITY_KEY', 'MAIL_URL'],
  sales: ['MAIL_URL'],
};

export const credentialsOf = ({ name }: Service): readonly string[] => [
  ...sharedCredentials,
  ...(ownCredentials[name] ?? []),
];

/** Requests per client address. A class narrows the one above it: every request also counts as `api`. */
export const rateLimits = {
  /** A page of the app makes a few dozen calls at once; an office of fifty shares one address. */
  api: { rate: '50r/s', burst: 200 },
  /** Only POSTs count: each one may cost a password hash. The lasting limit per account is the service's. */
  login: { rate: '1r/s', burst: 20 },
  /** Reports, imports and exports, each worth seconds of work. */
  heavy: { rate: '5r/s', burst: 20 },
} as const;

/** Requests under way from one client; every open page holds one for its events. */
export const connectionsPerClient = 512;

export type RateLimit = keyof typeof rateLimits;

/** Paths inside a service that are treated apart, as extended regular expressions from the first slash. */
export const paths = {
  /** Answered only on the machine itself, never through nginx. */
  closed: '/(?:metrics|jobs)(?:[^a-z0-9-]|$)',
  login: '/(?:oidc|api/v1/identity)/',
  heavy: '/api/v1/companies/[^/]+/(?:imports|exports|reports)(?:/|$)',
  /** Bodies may be large and are streamed to the service. */
  uploads: '/api/v1/companies/[^/]+/(?:imports|documents)(?:/|$)',
  /** Server-sent events: long-lived and never buffered. */
  streams: '/api/v1/.+/stream$',
} as const;

export const bodyLimits = { api: '1m', uploads: '25m' } as const;

/** Metrics answer on loopback only, a thousand above the service. */
export const metricsPort = (port: number): number => port + 1000;

/** During a release a second instance of a service listens ten above the first. */
export const nextPort = (port: number): number => port + 10;

export const hostOf = (environment: Environment, name: string): string =>
  `${environment.hostPrefix}${name}.${environment.domain}`;

/** The address of the app, and of the issuer below it, without the port that a workstation adds. */
export const appAddressOf = (environment: Environment): string => `https://${hostOf(environment, webApp)}`;

export const unitOf = (environment: Environment, service: Pick<Upstream, 'name'>): string =>
  `dhanman-${environment.name}-${service.name}`;

/** The second instance, which serves while the first is exchanged. */
export const nextUnitOf = (environment: Environment, service: Pick<Upstream, 'name'>): string =>
  `${unitOf(environment, service)}-next`;

/** Brings the database of a service up to date with the release that `next` leads to, and ends. */
export const migrateUnitOf = (environment: Environment, service: Pick<Upstream, 'name'>): string =>
  `${unitOf(environment, service)}-migrate`;

/** The account of all migrations of an environment: no service may become it, it alone owns tables. */
export const migratorOf = (environment: Environment): string => `dhanman-${environment.name}-migrate`;

export const databaseOf = (environment: Environment, service: Service): string =>
  `${environment.name}-dhanman-${service.name}`;

export type DatabaseRole = 'owner' | 'app' | 'read';

export const databaseRoleOf = (environment: Environment, service: Service, role: DatabaseRole): string =>
  `${environment.name}_dhanman_${service.name}_${role}`;

/** One for work, which forgets nothing, and one for what can be had again, which forgets the oldest; each environment its own. */
export const redisServers = [
  { name: 'jobs', ports: { prod: 6379, qa: 6389, local: 6399 } },
  { name: 'cache', ports: { prod: 6380, qa: 6390, local: 6400 } },
] as const;

/** Where Debian's packages listen, on loopback only. */
export const postgresPort = 5432;
export const brokerPort = 5672;
export const brokerManagementPort = 15_672;
export const brokerMetricsPort = 15_692;

/** Who may speak as a service to the broker. */
export const brokerUserOf = (environment: Environment, service: Service): string =>
  `${environment.name}-${service.name}`;

/** Connections of one instance to Postgres: its pool, and some to spare. */
export const connectionsPerInstance = 14;

/** Every permission of a service starts with this. */
export const permissionScopeOf = (service: Service): string => `dhanman.${service.name}`;

/** Versioned releases and the `current` link live below it. */
export const directoryOf = (environment: Environment, name: string): string =>
  `/var/www/${environment.name}/dhanman-${name}`;

/** A built checkout with its own Node, from which the timers of the backup run. */
export const toolsDirectory = '/opt/dhanman';

/** What the backups tell Prometheus; links in the folder of the node exporter lead here. */
export const backupFigures = '/var/lib/dhanman-backup';

export const nodeExporterFolder = '/var/lib/prometheus/node-exporter';

/** Where Debian's packages listen. All are reached on loopback only. */
export const prometheusPort = 9090;
export const alertmanagerPort = 9093;
export const nodeExporterPort = 9100;

export const backupUnitOf = (part: string): string => `dhanman-backup-${part}`;

export function serviceNamed(name: string): Service {
  const service = services.find((candidate) => candidate.name === name);
  if (!service)
    throw new Error(`No service is called "${name}"; there are ${services.map((s) => s.name).join(', ')}.`);
  return service;
}
