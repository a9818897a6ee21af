import { createHash } from 'node:crypto';
import { services } from '../../topology.ts';
import type { Instance } from '../instance.ts';

export const administrator = 'admin';
export const rabbitmqPlugins = '[rabbitmq_management,rabbitmq_prometheus].\n';

/** A service may touch its own queues and the three exchanges that all share, and nothing of another service. */
export function rabbitmqDefinitions(instance: Instance, nonce: string): string {
  const own = services.map(({ name }) => ({
    user: brokerUser(instance, name),
    vhost: instance.name,
    ...rights(ownOf(name)),
  }));
  const logins = services.map(({ name }) =>
    login(brokerUser(instance, name), brokerPassword(instance, name), []),
  );
  return JSON.stringify({
    global_parameters: [{ name: 'cluster_name', value: nonce }],
    vhosts: [{ name: instance.name }],
    users: [login(administrator, instance.secret('rabbitmq'), ['administrator']), ...logins],
    permissions: [{ user: administrator, vhost: instance.name, ...rights('.*') }, ...own],
  });
}

/** Its own queues and exchanges, and what all share. */
export function ownOf(service: string): string {
  return `^(${service}\\..+|commands|events|replies)$`;
}

export function brokerUser(instance: Instance, service: string): string {
  return `${instance.name}-${service}`;
}

export function brokerPassword(instance: Instance, service: string): string {
  return instance.secret(`rabbitmq ${service}`);
}

export function rights(pattern: string): { configure: string; write: string; read: string } {
  return { configure: pattern, write: pattern, read: pattern };
}

export function login(name: string, password: string, tags: readonly string[]): object {
  return {
    name,
    password_hash: passwordHash(password),
    hashing_algorithm: 'rabbit_password_hashing_sha256',
    tags: tags.join(','),
    limits: {},
  };
}

/** The broker's own format: base64 of a 4-byte salt followed by SHA-256 of salt and password. */
function passwordHash(password: string): string {
  const salt = createHash('sha256').update(`salt of ${password}`).digest().subarray(0, 4);
  const hash = createHash('sha256').update(salt).update(password).digest();
  return Buffer.concat([salt, hash]).toString('base64');
}
