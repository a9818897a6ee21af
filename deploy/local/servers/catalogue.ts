import { ceph } from './ceph.ts';
import { nginx } from './nginx.ts';
import { postgres } from './postgres.ts';
import { rabbitmq } from './rabbitmq.ts';
import { redisCache, redisJobs } from './redis.ts';
import type { Server, ServerName } from './server.ts';

/** In the order in which they are stopped, last first. */
const catalogue: readonly Server[] = [postgres, redisJobs, redisCache, rabbitmq, ceph, nginx];

export const allServers: readonly ServerName[] = catalogue.map((server) => server.name);

export function serversNamed(names: readonly ServerName[]): readonly Server[] {
  return catalogue.filter((server) => names.includes(server.name));
}
