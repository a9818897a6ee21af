import { type Environment, redisServers } from '../../topology.ts';
import { file, folder, mustTell, running } from './basics.ts';
import { redisPassword } from './secrets.ts';
import type { Wish } from './wish.ts';

/** Debian's template runs one per file; the server that it starts by itself, open to every program, is not wanted. */
export function redis(environments: readonly Environment[]): readonly Wish[] {
  const servers = environments.flatMap((environment) =>
    redisServers.map((server) => ({ environment, server })),
  );
  return [
    debiansOwn,
    ...servers.flatMap(({ environment, server: { name, ports } }) => {
      const instance = `${environment.name}-${name}`;
      const path = `/etc/redis/redis-${instance}.conf`;
      const text = () =>
        configuration(instance, ports[environment.name], name, redisPassword(environment, name));
      const owned = { owner: 'redis', group: 'redis', mode: 0o640 };
      const then = () => void mustTell('systemctl', ['restart', `redis-server@${instance}`]);
      const wish = () => file(path, { text: text(), then, ...owned });
      return [
        folder(dataOf(instance), { owner: 'redis', mode: 0o750 }),
        { what: path, differs: () => wish().differs(), fulfil: () => wish().fulfil() },
        running(`redis-server@${instance}`),
      ];
    }),
  ];
}

const dataOf = (instance: string): string => `/var/lib/redis/${instance}`;

const debiansOwn: Wish = {
  what: 'redis-server',
  differs: () =>
    running('redis-server').differs() === 'is not enabled and does not run' ? undefined : 'runs',
  fulfil: () => void mustTell('systemctl', ['disable', '--now', '--quiet', 'redis-server']),
};

function configuration(instance: string, port: number, name: 'jobs' | 'cache', password: string): string {
  const own =
    name === 'jobs'
      ? ['appendonly yes', 'appendfsync everysec', 'maxmemory-policy noeviction']
      : ['appendonly no', 'save ""', 'maxmemory 256mb', 'maxmemory-policy allkeys-lru'];
  const lines = [
    ...['bind 127.0.0.1', `port ${String(port)}`, 'protected-mode yes', `requirepass ${password}`],
    ...['supervised systemd', 'daemonize no', `pidfile /run/redis-${instance}/redis-server.pid`],
    ...[`logfile /var/log/redis/redis-${instance}.log`, `dir ${dataOf(instance)}`],
    ...['maxclients 1000', ...own],
  ];
  return `# From deploy/vps/provision.\n${lines.join('\n')}\n`;
}
