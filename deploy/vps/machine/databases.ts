// Postgres: its settings, and a database with its three roles for each service. The roles are looked at by connecting as
// them, which is also how the services will.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import { archiveSettings } from '../../backup/archive-settings.ts';
import { usualFolder } from '../../backup/settings.ts';
import { Obstacle } from '../../local/machine/obstacle.ts';
import { repository } from '../../local/instance.ts';
import { connectionsPerInstance, databaseOf, type Environment, services } from '../../topology.ts';
import { file, mustTell, running, tell } from './basics.ts';
import { credentialFile, ownerFile, passwordIn } from './secrets.ts';
import type { Wish } from './wish.ts';

const etc = '/etc/postgresql';

export function postgres(environments: readonly Environment[]): readonly Wish[] {
  return [
    checksums,
    {
      what: 'settings of Postgres',
      differs: () => settingsFile(environments).differs(),
      fulfil: () => settingsFile(environments).fulfil(),
    },
    running('postgresql'),
    ...environments.map(databases),
  ];
}

/** A bit that flips on the disk is an error when it is read, and not a figure in the books. */
const checksums: Wish = {
  what: 'checksums of Postgres',
  differs: () => (asPostgres('show data_checksums') === 'on' ? undefined : 'are off'),
  fulfil() {
    const used = asPostgres(`select count(*) from pg_database where datname like '%-dhanman-%'`);
    if (used !== '0')
      throw new Obstacle(
        'Its databases are in use: stop everything, run pg_checksums --enable by hand, and come back.',
      );
    const version = cluster();
    mustTell('systemctl', ['stop', `postgresql@${version}-main`]);
    const enable = [
      `/usr/lib/postgresql/${version}/bin/pg_checksums`,
      '--enable',
      '-D',
      `/var/lib/postgresql/${version}/main`,
    ];
    mustTell('runuser', ['-u', 'postgres', '--', ...enable]);
    mustTell('systemctl', ['start', `postgresql@${version}-main`]);
  },
};

function settingsFile(environments: readonly Environment[]): Wish {
  const version = cluster();
  return file(join(etc, version, 'main/conf.d/dhanman.conf'), {
    text: postgresSettings(environments.length, totalmem(), existsSync(join(usualFolder, 'KEY'))),
    then: () => void mustTell('systemctl', ['restart', `postgresql@${version}-main`]),
  });
}

/** Connections are counted: every service, one second instance at a time during a release, and people and backups. */
export function postgresSettings(environments: number, memory: number, isArchived: boolean): string {
  const connections = environments * (services.length + 1) * connectionsPerInstance + 24;
  const megabytes = Math.floor(memory / 1024 / 1024);
  const lines = [
    `listen_addresses = '127.0.0.1'`,
    `password_encryption = 'scram-sha-256'`,
    `max_connections = ${String(connections)}`,
    `shared_buffers = ${String(Math.floor(megabytes / 4))}MB`,
    `effective_cache_size = ${String(Math.floor(megabytes / 2))}MB`,
    `work_mem = 8MB`,
    `maintenance_work_mem = 256MB`,
    `random_page_cost = 1.1`,
    `wal_level = replica`,
    `max_wal_size = 4GB`,
    `timezone = 'UTC'`,
    `log_min_duration_statement = 1s`,
    `log_lock_waits = on`,
    `shared_preload_libraries = 'pg_stat_statements'`,
    // Without a place to put it the log would fill the disk.
    ...(isArchived ? [archiveSettings(usualFolder)] : [`archive_mode = off`]),
  ];
  return `# From deploy/vps/provision.\n${lines.join('\n')}\n`;
}

function databases(environment: Environment): Wish {
  return {
    what: `databases of ${environment.name}`,
    differs() {
      const shut = services.flatMap((service) => [
        ...(canEnter(credentialFile(environment, service, 'DATABASE_URL')) ? [] : [service.name]),
        ...(canEnter(ownerFile(environment, service, 'owner')) ? [] : [`${service.name} as its owner`]),
        ...(canEnter(ownerFile(environment, service, 'read')) ? [] : [`${service.name} as a reader`]),
      ]);
      return shut.length === 0 ? undefined : `nobody enters ${shut.join(', ')}`;
    },
    fulfil() {
      const provisions = services.map((service) => ({
        ...{
          environment: environment.name,
          service: service.name,
          database: databaseOf(environment, service),
        },
        passwords: {
          app: passwordIn(credentialFile(environment, service, 'DATABASE_URL')),
          owner: passwordIn(ownerFile(environment, service, 'owner')),
          read: passwordIn(ownerFile(environment, service, 'read')),
        },
      }));
      const program = join(import.meta.dirname, 'make-databases.ts');
      const request = JSON.stringify({
        platform: join(repository, 'libs/platform/dist/index.js'),
        provisions,
      });
      mustTell('runuser', ['-u', 'postgres', '--', process.execPath, program], request);
    },
  };
}

/** The address through the environment of one short process, which only root could read. */
function canEnter(path: string): boolean {
  const url = new URL(readFileSync(path, 'utf8'));
  const command = ['psql', '-h', '127.0.0.1', '-p', url.port, '-U', url.username, '-Atc', 'select 1'];
  const database = decodeURIComponent(url.pathname.slice(1));
  const input = `*:*:*:*:${decodeURIComponent(url.password)}\n`;
  const script = 'f=$(mktemp); trap \'rm "$f"\' EXIT; cat > "$f"; PGPASSFILE="$f" "$@" < /dev/null';
  return tell('/bin/sh', ['-c', script, 'sh', ...command, database], input).said === '1';
}

function asPostgres(sql: string): string {
  return mustTell('runuser', ['-u', 'postgres', '--', 'psql', '-Atc', sql]);
}

function cluster(): string {
  const version = existsSync(etc)
    ? readdirSync(etc).sort((one, other) => Number(other) - Number(one))[0]
    : undefined;
  if (version === undefined) throw new Obstacle('Postgres is not installed.');
  return version;
}
