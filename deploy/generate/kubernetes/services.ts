import { credentialsOf, environments, type Service } from '../../topology.ts';
import {
  eachService,
  images,
  issuerPort,
  issuerService,
  labelsOf,
  metricsPortOf,
  ownerSecretOf,
  portOf,
  secretOf,
  selectorOf,
} from './names.ts';
import {
  apart,
  closedContainer,
  closedPod,
  credentials,
  credentialsPath,
  graceSeconds,
  preStop,
  rolling,
} from './pods.ts';
import type { Manifest, Value } from './yaml.ts';

const { heapMb } = environments.prod;
/** What V8 may keep, and as much again for buffers, code and stacks. */
const memory = `${heapMb * 2}Mi`;

export const deployments = (): readonly Manifest[] => eachService.map(deployment);

const deployment = (service: Service): Manifest => {
  const { name } = service;
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, labels: labelsOf(name, 'service') },
    spec: {
      // How many there are is the autoscaler's.
      revisionHistoryLimit: 5,
      minReadySeconds: 5,
      strategy: rolling,
      selector: { matchLabels: selectorOf(name, 'service') },
      template: {
        metadata: { labels: labelsOf(name, 'service') },
        spec: {
          ...closedPod,
          terminationGracePeriodSeconds: graceSeconds,
          topologySpreadConstraints: apart(selectorOf(name, 'service')),
          containers: [container(service)],
          volumes: [
            credentials(secretOf(service), credentialsOf(service)),
            { name: 'scratch', emptyDir: {} },
          ],
        },
      },
    },
  };
};

const container = (service: Service): Value => ({
  name: 'service',
  image: images.service,
  args: [`--max-old-space-size=${heapMb}`, `services/${service.name}/dist/main.js`],
  env: Object.entries({
    PORT: portOf(service),
    METRICS_PORT: metricsPortOf(service),
    ...(service.name === issuerService && { OIDC_PORT: issuerPort }),
    CREDENTIALS_DIRECTORY: credentialsPath,
  }).map(([name, value]) => ({ name, value: String(value) })),
  envFrom: [{ configMapRef: { name: 'dhanman' } }, { configMapRef: { name: `dhanman-${service.name}` } }],
  ports: [
    { name: 'http', containerPort: portOf(service) },
    { name: 'metrics', containerPort: metricsPortOf(service) },
    ...(service.name === issuerService ? [{ name: 'issuer', containerPort: issuerPort }] : []),
  ],
  // The process lives; a database that is away is no reason to start it again.
  startupProbe: { ...asked('/health'), periodSeconds: 2, failureThreshold: 30 },
  livenessProbe: { ...asked('/health'), periodSeconds: 10, failureThreshold: 6, timeoutSeconds: 5 },
  readinessProbe: { ...asked('/health/ready'), periodSeconds: 5, failureThreshold: 2, timeoutSeconds: 2 },
  lifecycle: preStop,
  resources: { requests: { cpu: '250m', memory: `${heapMb / 2}Mi` }, limits: { memory } },
  securityContext: closedContainer,
  volumeMounts: [
    { name: 'credentials', mountPath: credentialsPath, readOnly: true },
    { name: 'scratch', mountPath: '/tmp' },
  ],
});

const asked = (path: string) => ({ httpGet: { path, port: 'http' } });

export const serviceAddresses = (): readonly Manifest[] =>
  eachService.map((service) => ({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: service.name, labels: labelsOf(service.name, 'service') },
    spec: {
      selector: selectorOf(service.name, 'service'),
      ports: [
        { name: 'http', port: portOf(service), targetPort: 'http' },
        ...(service.name === issuerService
          ? [{ name: 'issuer', port: issuerPort, targetPort: 'issuer' }]
          : []),
      ],
    },
  }));

/** The owner of the tables works here and nowhere else: the password never lies in a pod that serves. */
export const migrations = (): readonly Manifest[] =>
  eachService.map((service) =>
    job(`migrate-${service.name}`, {
      labels: labelsOf(service.name, 'migration'),
      args: ['libs/platform/dist/migrate.js', `services/${service.name}/dist/database.js`],
      volumes: [credentials(ownerSecretOf(service), ['DATABASE_OWNER_URL'])],
    }),
  );

/** Makes databases, roles and rights, as provisioning does on a server; by the secret of the operator of Postgres. */
export const databasesJob = (superuserSecret: string): Manifest =>
  job('make-databases', {
    labels: labelsOf('make-databases', 'databases'),
    args: ['deploy/kubernetes/make-databases.ts'],
    volumes: [
      {
        name: 'credentials',
        projected: {
          defaultMode: 0o440,
          sources: [
            { secret: { name: superuserSecret, items: [{ key: 'uri', path: 'SUPERUSER_URL' }] } },
            ...eachService.flatMap((service) => [
              from(secretOf(service), 'DATABASE_URL', service),
              from(ownerSecretOf(service), 'DATABASE_OWNER_URL', service),
            ]),
          ],
        },
      },
    ],
  });

const from = (name: string, key: string, service: Service): Value => ({
  secret: { name, items: [{ key, path: `${service.name}/${key}` }] },
});

interface Task {
  readonly labels: Readonly<Record<string, string>>;
  readonly args: readonly string[];
  readonly volumes: readonly Value[];
}

const job = (name: string, { labels, args, volumes }: Task): Manifest => ({
  apiVersion: 'batch/v1',
  kind: 'Job',
  metadata: { name, labels },
  spec: {
    backoffLimit: 3,
    // As patient as the unit of a server: locks are short, filling in rows is not.
    activeDeadlineSeconds: 1800,
    template: {
      metadata: { labels },
      spec: {
        ...closedPod,
        restartPolicy: 'Never',
        containers: [
          {
            name: 'job',
            image: images.service,
            args,
            env: [{ name: 'CREDENTIALS_DIRECTORY', value: credentialsPath }],
            envFrom: [{ configMapRef: { name: 'dhanman' } }],
            resources: { requests: { cpu: '100m', memory: '256Mi' }, limits: { memory: '1Gi' } },
            securityContext: closedContainer,
            volumeMounts: [{ name: 'credentials', mountPath: credentialsPath, readOnly: true }],
          },
        ],
        volumes,
      },
    },
  },
});
