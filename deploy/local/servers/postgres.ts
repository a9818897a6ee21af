import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { running, startDaemon } from '../machine/daemon.ts';
import { writeWhole } from '../machine/files.ts';
import { findProgram } from '../machine/programs.ts';
import { mustRun, run } from '../machine/run.ts';
import type { Instance } from '../instance.ts';
import { dataFolder, type DataFolder, nonceOf } from './data-folder.ts';
import type { Server } from './server.ts';

const superuser = 'postgres';

export const postgres: Server = {
  name: 'postgres',
  title: 'PostgreSQL',
  programs: ['postgresql/initdb', 'postgresql/postgres', 'postgresql/psql'],
  packages: ['postgresql'],
  ports: ['postgres'],
  variables: ['PG_ADMIN_URL'],
  processes: [{ name: 'postgres', signal: 'SIGINT', deadlineMs: 15_000 }],
  urls: (instance) => ({
    PG_ADMIN_URL: `postgres://${superuser}:${instance.secret('postgres')}@127.0.0.1:${instance.ports.postgres}/postgres`,
  }),
  async prepare(instance) {
    const folder = await dataFolder(instance, 'postgres', (empty) => initialise(instance, empty));
    writeWhole(join(cluster(folder.path), 'dhanman.conf'), configuration(instance, folder.nonce), {
      mode: 0o600,
      owner: instance.account,
    });
  },
  start(instance) {
    const path = cluster(join(instance.folder, 'data/postgres'));
    const args = ['-D', path];
    return [
      startDaemon(instance, {
        name: 'postgres',
        command: findProgram('postgresql/postgres'),
        args,
        cwd: path,
      }),
    ];
  },
  async identify(instance) {
    if (running(instance, 'postgres') === undefined) return undefined;
    const { code, output } = await ask(instance, 'show cluster_name');
    if (code === 0) return output === nonceOf(instance, 'postgres') ? 'ours' : 'foreign';
    return /password authentication failed|database "postgres" does not exist/.test(output)
      ? 'foreign'
      : undefined;
  },
};

function configuration(instance: Instance, nonce: string): string {
  return [
    `cluster_name = '${nonce}'`,
    `port = ${instance.ports.postgres}`,
    "listen_addresses = '127.0.0.1'",
    "unix_socket_directories = ''",
    'max_connections = 250',
    "password_encryption = 'scram-sha-256'",
    "log_line_prefix = '%m [%p] %q%u@%d '",
    'log_connections = off',
    "timezone = 'UTC'",
    "log_timezone = 'UTC'",
    '',
  ].join('\n');
}

async function initialise(instance: Instance, { path }: DataFolder): Promise<void> {
  const passwordFile = join(path, 'password');
  writeWhole(passwordFile, instance.secret('postgres'), { mode: 0o600, owner: instance.account });
  const options = [
    '--username',
    superuser,
    '--pwfile',
    passwordFile,
    '--auth',
    'scram-sha-256',
    '--no-instructions',
  ];
  await mustRun(
    findProgram('postgresql/initdb'),
    ['--pgdata', cluster(path), '--encoding', 'UTF8', '--locale', 'C.UTF-8', ...options],
    { account: instance.account, cwd: path },
  );
  rmSync(passwordFile);
  writeWhole(join(cluster(path), 'postgresql.conf'), "include 'dhanman.conf'\n", {
    mode: 0o600,
    owner: instance.account,
  });
}

async function ask(instance: Instance, sql: string): ReturnType<typeof run> {
  const path = join(instance.folder, 'config/pgpass');
  const { account, ports } = instance;
  writeWhole(path, `127.0.0.1:*:*:*:${instance.secret('postgres')}\n`, { mode: 0o600, owner: account });
  const target = ['-h', '127.0.0.1', '-p', String(ports.postgres), '-U', superuser, '-d', 'postgres'];
  return run(findProgram('postgresql/psql'), [...target, '--no-psqlrc', '--no-password', '-Atc', sql], {
    account,
    cwd: '/',
    env: { PGPASSFILE: path, PGCONNECT_TIMEOUT: '3' },
    timeoutMs: 5_000,
  });
}

function cluster(folder: string): string {
  return join(folder, 'cluster');
}
