import { environments, hostOf, issuer, serviceNamed, webApp } from '../../topology.ts';
import * as snippets from '../nginx/snippets.ts';
import { appLocations, server, serviceLocations, upstream } from '../nginx/vhosts.ts';
import { indented, notice } from '../text.ts';
import {
  eachService,
  images,
  issuerPort,
  issuerService,
  labelsOf,
  portOf,
  selectorOf,
  trustedNetworks,
  webName,
  webPort,
} from './names.ts';
import { apart, closedContainer, closedPod, graceSeconds, preStop, rolling } from './pods.ts';
import type { Manifest, Value } from './yaml.ts';

const configuration = '/etc/nginx/site';
/** nginx starts as an ordinary account in a root that cannot be written: all it writes is here, and gone with the pod. */
const scratch = '/tmp';

export interface Proxied {
  readonly port: number;
  readonly scratch: string;
  readonly appRoot: string;
  readonly upstreamOf: (name: string) => string;
}

const inCluster: Proxied = {
  port: webPort,
  scratch,
  appRoot: '/app/web',
  upstreamOf: (name) =>
    name === issuer.name ? `${issuerService}:${issuerPort}` : `${name}:${portOf(serviceNamed(name))}`,
};

const transport = { tls: true, endsBefore: true };

/** The vhosts of a server for any domain: TLS ends at the ingress, and the paths, limits and headers are the same. */
export const nginxFiles = (proxied: Proxied = inCluster): ReadonlyMap<string, string> =>
  new Map(
    Object.entries({
      'nginx.conf': main(proxied),
      'headers.conf': snippets.headers(transport),
      'proxy.conf': snippets.proxy(transport),
      'problems.conf': snippets.problems(),
    }).map(([name, text]) => [name, `# ${notice}\n${text.trim()}\n`]),
  );

const environment = environments.prod;
/** Of every environment: nothing else comes through the ingress. */
const hostPattern = (name: string): string => `"~^(?:[a-z]+\\.)?${name}\\."`;

const main = ({ port, scratch: folder, appRoot, upstreamOf }: Proxied): string => {
  const vhost = (name: string, locations: string): string =>
    server({ listen: [String(port)], name: hostPattern(name), settings, locations });
  return `
worker_processes 2;
worker_shutdown_timeout 30s;
pid ${folder}/nginx.pid;
error_log stderr warn;

events {
    worker_connections 8192;
}

http {
    include /etc/nginx/mime.types;
    default_type application/octet-stream;
    server_tokens off;
    ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `${kind}_temp_path ${folder}/${kind};`).join('\n    ')}

    # The client as the ingress names it; what the client itself wrote before that is not believed.
    ${trustedNetworks.map((network) => `set_real_ip_from ${network};`).join('\n    ')}
    real_ip_header X-Forwarded-For;

    ${indented(snippets.http())}
    ${indented(snippets.zones(environment))}
    access_log /dev/stdout dhanman;
    ${indented([...eachService, issuer].map((one) => upstream(environment, one, [upstreamOf(one.name)])).join(''))}

    server {
        listen ${port} default_server;
        location = /health {
            access_log off;
            return 204;
        }
        location / {
            return 421;
        }
    }
    ${indented(vhost(webApp, appLocations(environment, appRoot)))}
    ${indented(eachService.map((service) => vhost(service.name, serviceLocations(environment, service, ''))).join(''))}
}
`;
};

const settings = `
${snippets.limited(environment).trim()}
include dhanman/headers.conf;
include dhanman/problems.conf;
`;

export const web = (): readonly Manifest[] => [
  {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: webName, labels: labelsOf(webName, 'web') },
    spec: {
      revisionHistoryLimit: 5,
      strategy: rolling,
      selector: { matchLabels: selectorOf(webName, 'web') },
      template: {
        metadata: { labels: labelsOf(webName, 'web') },
        spec: {
          ...closedPod,
          terminationGracePeriodSeconds: graceSeconds,
          topologySpreadConstraints: apart(selectorOf(webName, 'web')),
          containers: [container()],
          volumes: [siteVolume(), { name: 'scratch', emptyDir: {} }],
        },
      },
    },
  },
  {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: webName, labels: labelsOf(webName, 'web') },
    spec: {
      selector: selectorOf(webName, 'web'),
      ports: [{ name: 'http', port: webPort, targetPort: 'http' }],
    },
  },
];

const container = (): Value => ({
  name: 'nginx',
  image: images.web,
  args: ['-c', `${configuration}/nginx.conf`, '-e', 'stderr', '-g', 'daemon off;'],
  ports: [{ name: 'http', containerPort: webPort }],
  startupProbe: { ...alive, periodSeconds: 1, failureThreshold: 30 },
  livenessProbe: { ...alive, periodSeconds: 10, failureThreshold: 3 },
  readinessProbe: { ...alive, periodSeconds: 5, failureThreshold: 2 },
  lifecycle: preStop,
  resources: { requests: { cpu: '100m', memory: '64Mi' }, limits: { memory: '256Mi' } },
  securityContext: closedContainer,
  volumeMounts: [
    { name: 'configuration', mountPath: configuration, readOnly: true },
    { name: 'scratch', mountPath: scratch },
  ],
});

/** The files of a ConfigMap are flat; nginx includes those of the folder `dhanman`. */
const siteVolume = (): Value => ({
  name: 'configuration',
  configMap: {
    name: 'nginx',
    items: [...nginxFiles().keys()].map((key) => ({
      key,
      path: key === 'nginx.conf' ? key : `dhanman/${key}`,
    })),
  },
});

const alive = { httpGet: { path: '/health', port: 'http' } };

export const hostsOf = (where: (typeof environments)[keyof typeof environments]): readonly string[] =>
  [webApp, ...eachService.map(({ name }) => name)].map((name) => hostOf(where, name));
