import { ownOf, rights } from '../../local/servers/rabbitmq-definitions.ts';
import { brokerUserOf, connectionsPerInstance, type Environment, redisServers } from '../../topology.ts';
import { brokerCluster, databaseCluster, eachService, labelsOf, selectorOf } from './names.ts';
import { closedContainer, closedPod, credentials, credentialsPath } from './pods.ts';
import { mostInstances } from './scaling.ts';
import type { Manifest, Value } from './yaml.ts';

/** How large the servers of an environment are. */
export interface Size {
  readonly members: number;
  readonly databaseDisk: string;
  readonly brokerDisk: string;
}

/** By the operator CloudNativePG. The databases in it are made by a job of ours, which knows the rights. */
export const postgres = ({ members, databaseDisk }: Size): Manifest => ({
  apiVersion: 'postgresql.cnpg.io/v1',
  kind: 'Cluster',
  metadata: { name: databaseCluster },
  spec: {
    instances: members,
    imageName: 'ghcr.io/cloudnative-pg/postgresql:15',
    enableSuperuserAccess: true,
    bootstrap: { initdb: { dataChecksums: true, encoding: 'UTF8' } },
    postgresql: {
      parameters: {
        max_connections: String(mostInstances * connectionsPerInstance + 50),
        password_encryption: 'scram-sha-256',
      },
    },
    storage: { size: databaseDisk },
    resources: { requests: { cpu: '1', memory: '2Gi' }, limits: { memory: '4Gi' } },
  },
});

/** By the cluster operator of RabbitMQ; its topology operator makes users and rights, the same as on a server. */
export const broker = (environment: Environment, { members, brokerDisk }: Size): readonly Manifest[] => {
  const cluster = { rabbitmqClusterReference: { name: brokerCluster } };
  const apiVersion = 'rabbitmq.com/v1beta1';
  const vhost = environment.name;
  return [
    {
      apiVersion,
      kind: 'RabbitmqCluster',
      metadata: { name: brokerCluster },
      spec: {
        replicas: members,
        persistence: { storage: brokerDisk },
        rabbitmq: {
          additionalConfig: 'vm_memory_high_watermark.relative = 0.4\ndisk_free_limit.absolute = 2GB\n',
        },
        resources: { requests: { cpu: '500m', memory: '2Gi' }, limits: { memory: '2Gi' } },
      },
    },
    { apiVersion, kind: 'Vhost', metadata: { name: vhost }, spec: { name: vhost, ...cluster } },
    ...eachService.flatMap((service): Manifest[] => {
      const { name } = service;
      return [
        {
          apiVersion,
          kind: 'User',
          metadata: { name },
          // Holds `username` and `password`: the login that stands in the service's AMQP_URL.
          spec: { ...cluster, importCredentialsSecret: { name: `${brokerCluster}-${name}` } },
        },
        {
          apiVersion,
          kind: 'Permission',
          metadata: { name },
          spec: {
            ...cluster,
            vhost,
            user: brokerUserOf(environment, service),
            permissions: rights(ownOf(name)),
          },
        },
      ];
    }),
  ];
};

export const redisImage = 'redis';
const data = '/data';

/** One that forgets nothing, one that may; the password is a line of configuration in a secret. */
export const redis = (): readonly Manifest[] =>
  redisServers.flatMap(({ name }) => [redisSet(name), redisAddress(name)]);

type Kind = (typeof redisServers)[number]['name'];

const redisAddress = (name: Kind): Manifest => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: `redis-${name}` },
  spec: {
    clusterIP: 'None',
    selector: selectorOf(`redis-${name}`, 'redis'),
    ports: [{ name: 'redis', port: 6379, targetPort: 'redis' }],
  },
});

const settings: Readonly<Record<Kind, readonly string[]>> = {
  jobs: ['--appendonly', 'yes', '--appendfsync', 'everysec', '--maxmemory-policy', 'noeviction'],
  cache: ['--appendonly', 'no', '--save', '', '--maxmemory', '256mb', '--maxmemory-policy', 'allkeys-lru'],
};

const redisSet = (name: Kind): Manifest => {
  const labels = labelsOf(`redis-${name}`, 'redis');
  return {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: { name: `redis-${name}`, labels },
    spec: {
      serviceName: `redis-${name}`,
      replicas: 1,
      selector: { matchLabels: selectorOf(`redis-${name}`, 'redis') },
      template: {
        metadata: { labels },
        spec: {
          ...closedPod,
          containers: [redisContainer(name)],
          volumes: [
            credentials(`redis-${name}`, ['password.conf']),
            ...(name === 'cache' ? [{ name: 'data', emptyDir: {} }] : []),
          ],
        },
      },
      ...(name === 'jobs' && {
        volumeClaimTemplates: [
          {
            metadata: { name: 'data' },
            spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '5Gi' } } },
          },
        ],
      }),
    },
  };
};

const redisContainer = (name: Kind): Value => ({
  name: 'redis',
  image: redisImage,
  args: ['redis-server', `${credentialsPath}/password.conf`, '--dir', data, ...settings[name]],
  ports: [{ name: 'redis', containerPort: 6379 }],
  startupProbe: { ...ping, periodSeconds: 2, failureThreshold: 60 },
  livenessProbe: { ...ping, periodSeconds: 10, failureThreshold: 6 },
  readinessProbe: { ...ping, periodSeconds: 5 },
  resources: { requests: { cpu: '100m', memory: '256Mi' }, limits: { memory: '1Gi' } },
  securityContext: closedContainer,
  volumeMounts: [
    { name: 'credentials', mountPath: credentialsPath, readOnly: true },
    { name: 'data', mountPath: data },
  ],
});

const ping = { tcpSocket: { port: 'redis' } };
