import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { startDaemon } from '../machine/daemon.ts';
import { writeWhole } from '../machine/files.ts';
import { findProgram } from '../machine/programs.ts';
import { converse } from '../machine/socket.ts';
import type { Instance, Ports } from '../instance.ts';
import { dataFolder, nonceOf } from './data-folder.ts';
import type { Server } from './server.ts';

type Name = 'redis-jobs' | 'redis-cache';

const settingsOf: Readonly<Record<Name, readonly string[]>> = {
  // Jobs must survive: nothing is evicted, every write goes to the append-only file.
  'redis-jobs': ['appendonly yes', 'appendfsync everysec', 'maxmemory-policy noeviction'],
  // The cache may forget anything at any time and keeps nothing on disk.
  'redis-cache': ['appendonly no', 'maxmemory 128mb', 'maxmemory-policy allkeys-lru'],
};

export const redisJobs = redis({
  name: 'redis-jobs',
  title: 'Redis for jobs',
  port: 'redisJobs',
  variable: 'REDIS_JOBS_URL',
});

export const redisCache = redis({
  name: 'redis-cache',
  title: 'Redis for the cache',
  port: 'redisCache',
  variable: 'REDIS_CACHE_URL',
});

/** What holds wherever the instance runs; the file carries only the hash of the password. */
export function redisSettings(instance: Instance, name: Name): readonly string[] {
  const password = createHash('sha256').update(instance.secret(name)).digest('hex');
  return [
    `dbfilename ${nonceOf(instance, name)}.rdb`,
    'save ""',
    // Each test takes a numbered database for itself, and a story takes one per service.
    'databases 512',
    `user default on #${password} ~* &* +@all`,
    ...settingsOf[name],
  ];
}

interface Kind {
  readonly name: Name;
  readonly title: string;
  readonly port: keyof Ports;
  readonly variable: string;
}

function redis({ name, title, port, variable }: Kind): Server {
  const configuration = (instance: Instance): string => join(instance.folder, `config/${name}.conf`);
  return {
    name,
    title,
    programs: ['redis-server'],
    packages: ['redis-server'],
    ports: [port],
    variables: [variable],
    processes: [{ name, deadlineMs: 10_000 }],
    urls: (instance) => ({
      [variable]: `redis://:${instance.secret(name)}@127.0.0.1:${instance.ports[port]}/0`,
    }),
    async prepare(instance) {
      const { path } = await dataFolder(instance, name, () => Promise.resolve());
      const lines = [
        'bind 127.0.0.1',
        `port ${instance.ports[port]}`,
        `dir ${path}`,
        ...redisSettings(instance, name),
      ];
      writeWhole(configuration(instance), `${lines.join('\n')}\n`, { mode: 0o600, owner: instance.account });
    },
    start(instance) {
      const [command, args] = [findProgram('redis-server'), [configuration(instance)]];
      return [startDaemon(instance, { name, command, args, cwd: instance.folder })];
    },
    async identify(instance) {
      const question = `AUTH ${instance.secret(name)}\r\nCONFIG GET dbfilename\r\n`;
      const answer = await converse(instance.ports[port], question, (text) => /\.rdb\r\n|^-/m.test(text));
      if (answer === undefined || answer.startsWith('-LOADING')) return undefined;
      return answer.includes(`${nonceOf(instance, name)}.rdb`) ? 'ours' : 'foreign';
    },
  };
}
