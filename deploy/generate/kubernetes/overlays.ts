import { appAddressOf, type Environment, environments, hostOf, issuer, limits } from '../../topology.ts';
import {
  databaseCluster,
  eachService,
  images,
  issuerPort,
  issuerService,
  labelsOf,
  registry,
  trustedNetworks,
  webName,
  webPort,
} from './names.ts';
import { scrapes } from './scaling.ts';
import { broker, postgres, redisImage, type Size } from './servers.ts';
import { hostsOf } from './web.ts';
import type { Manifest, Value } from './yaml.ts';

interface Overlay {
  readonly folder: string;
  readonly environment: Environment;
  readonly size: Size;
  /** What a rehearsal does not need. */
  readonly isSmall: boolean;
}

export const overlays: readonly Overlay[] = [
  {
    folder: 'production',
    environment: environments.prod,
    size: { members: 3, databaseDisk: '200Gi', brokerDisk: '20Gi' },
    isSmall: false,
  },
  {
    folder: 'qa',
    environment: environments.qa,
    size: { members: 1, databaseDisk: '20Gi', brokerDisk: '5Gi' },
    isSmall: true,
  },
];

const nobody = `sha256:${'0'.repeat(64)}`;

/** The files of an overlay beside its kustomization. */
export const overlayFiles = ({
  environment,
  size,
}: Overlay): Readonly<Record<string, readonly Manifest[]>> => ({
  'namespace.yaml': [
    {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: {
        name: namespaceOf(environment),
        labels: { 'pod-security.kubernetes.io/enforce': 'restricted' },
      },
    },
  ],
  'ingress.yaml': [ingress(environment)],
  'postgres.yaml': [postgres(size)],
  'rabbitmq.yaml': broker(environment, size),
  'metrics.yaml': scrapes(environment.name),
});

export const namespaceOf = ({ name }: Environment): string => `dhanman-${name}`;

export const kustomization = (overlay: Overlay): Manifest => ({
  apiVersion: 'kustomize.config.k8s.io/v1beta1',
  kind: 'Kustomization',
  namespace: namespaceOf(overlay.environment),
  resources: ['../../base', ...Object.keys(overlayFiles(overlay))],
  // Neither the registry nor the images exist: whoever runs this says theirs in a kustomization of their own.
  images: [
    ...Object.values(images).map((name) => ({ name, newName: `${registry}/${name}`, newTag: '0.0.0' })),
    { name: redisImage, newName: 'docker.io/library/redis', newTag: '7.2' },
  ].map((image) => ({ ...image, digest: nobody })),
  configMapGenerator: [
    { name: 'dhanman', literals: literals(shared(overlay)) },
    ...eachService.map(({ name }) => ({
      name: `dhanman-${name}`,
      literals: literals({
        PUBLIC_URL: `https://${hostOf(overlay.environment, name)}`,
        ...(name === issuerService && identity(overlay.environment)),
      }),
    })),
  ],
  ...(overlay.isSmall && { patches: [onlyOne] }),
});

const shared = ({ environment, size }: Overlay): Readonly<Record<string, string>> => ({
  ENVIRONMENT: environment.name,
  LOG_LEVEL: 'info',
  HOST: '0.0.0.0',
  METRICS_HOST: '0.0.0.0',
  TRUSTED_PROXIES: trustedNetworks.join(','),
  SHUTDOWN_DEADLINE_MS: String(limits.shutdownDeadlineMs),
  // The operator's address of all members that are not the primary.
  ...(size.members > 1 && { DATABASE_REPLICA: `${databaseCluster}-ro:5432` }),
  S3_ENDPOINT: 'https://s3.invalid',
  S3_BUCKET: `${environment.name}-dhanman`,
  AUTH_ISSUER: `${appAddressOf(environment)}${issuer.path}`,
  AUTH_AUDIENCE: 'dhanman',
  AUTH_JWKS: `http://${issuerService}:${issuerPort}${issuer.path}/jwks`,
});

const identity = (environment: Environment): Readonly<Record<string, string>> => ({
  APP_URL: appAddressOf(environment),
  OIDC_ISSUER: `${appAddressOf(environment)}${issuer.path}`,
});

const literals = (values: Readonly<Record<string, string>>): readonly string[] =>
  Object.entries(values).map(([name, value]) => `${name}=${value}`);

const onlyOne: Value = {
  target: { kind: 'HorizontalPodAutoscaler' },
  patch:
    '- { op: replace, path: /spec/minReplicas, value: 1 }\n- { op: replace, path: /spec/maxReplicas, value: 2 }\n',
};

const ingress = (environment: Environment): Manifest => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'Ingress',
  metadata: {
    name: webName,
    labels: labelsOf(webName, 'web'),
    annotations: {
      // nginx behind it has the limits and the streams; here nothing may be smaller or stop earlier.
      'nginx.ingress.kubernetes.io/proxy-body-size': '25m',
      'nginx.ingress.kubernetes.io/proxy-read-timeout': '3600',
      'nginx.ingress.kubernetes.io/proxy-buffering': 'off',
      'nginx.ingress.kubernetes.io/proxy-request-buffering': 'off',
      // A request that was sent is not sent again.
      'nginx.ingress.kubernetes.io/proxy-next-upstream': 'off',
      'nginx.ingress.kubernetes.io/force-ssl-redirect': 'true',
    },
  },
  spec: {
    ingressClassName: 'nginx',
    tls: [{ hosts: hostsOf(environment), secretName: 'dhanman-tls' }],
    rules: hostsOf(environment).map((host) => ({
      host,
      http: {
        paths: [
          {
            path: '/',
            pathType: 'Prefix',
            backend: { service: { name: webName, port: { number: webPort } } },
          },
        ],
      },
    })),
  },
});
