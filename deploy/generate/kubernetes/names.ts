// What the parts of the cluster call each other. A namespace is an environment, so that names and ports inside it are the
// same in each: those of production.
import { environments, issuer, metricsPort, type Service, services } from '../../topology.ts';

export const webName = 'web';
export const webPort = 8080;
export const databaseCluster = 'postgres';
export const brokerCluster = 'rabbitmq';

export const portOf = (service: Service): number => service.ports[environments.prod.name];
export const metricsPortOf = (service: Service): number => metricsPort(portOf(service));
export const issuerPort = issuer.ports[environments.prod.name];

/** Whom the issuer belongs to. */
export const issuerService = 'common';

/** Of every pod of ours; the operators give theirs other ones. */
export const labelsOf = (name: string, component: Component): Readonly<Record<string, string>> => ({
  'app.kubernetes.io/name': name,
  'app.kubernetes.io/component': component,
  'app.kubernetes.io/part-of': 'dhanman',
});

export type Component = 'service' | 'web' | 'migration' | 'databases' | 'redis';

/** By which a Deployment, a Service and a budget find their pods; a selector can never be changed, so it is short. */
export const selectorOf = (name: string, component: Component): Readonly<Record<string, string>> => ({
  'app.kubernetes.io/name': name,
  'app.kubernetes.io/component': component,
});

/** Secrets are made outside, by whatever keeps them; only their names stand here. */
export const secretOf = (service: Service): string => `dhanman-${service.name}`;
export const ownerSecretOf = (service: Service): string => `dhanman-${service.name}-owner`;

/** Told by `images` of the overlay: who runs this names their registry, a version, and the digest that was built. */
export const images = { service: 'dhanman-service', web: 'dhanman-web' } as const;
export const registry = 'registry.invalid';

/**
 * Where pods stand, in whatever cluster. Whoever speaks from there is believed about the client's address, and the network
 * policies let only the ingress speak to nginx, and only nginx to the services.
 */
export const trustedNetworks = [
  '127.0.0.0/8',
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  'fc00::/7',
] as const;

export const eachService = services;
