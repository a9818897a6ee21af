import { brokerManagementPort, brokerPort, postgresPort, type Service } from '../../topology.ts';
import {
  brokerCluster,
  databaseCluster,
  eachService,
  issuerPort,
  issuerService,
  metricsPortOf,
  portOf,
  selectorOf,
  webName,
  webPort,
} from './names.ts';
import type { Manifest, Value } from './yaml.ts';

type Labels = Readonly<Record<string, string>>;

/** Somebody who speaks or is spoken to. */
export interface Party {
  readonly labels?: Labels;
  readonly namespace?: string;
  /** Anybody outside the cluster, at these ports. */
  readonly isOutside?: true;
}

export interface Flow {
  readonly from: Party;
  readonly to: Party;
  readonly ports: readonly number[];
}

export const pods = {
  service: (service: Service): Party => ({ labels: selectorOf(service.name, 'service') }),
  web: { labels: selectorOf(webName, 'web') },
  services: { labels: { 'app.kubernetes.io/component': 'service', 'app.kubernetes.io/part-of': 'dhanman' } },
  migrations: { labels: { 'app.kubernetes.io/component': 'migration' } },
  databasesJob: { labels: { 'app.kubernetes.io/component': 'databases' } },
  redis: { labels: { 'app.kubernetes.io/component': 'redis' } },
  postgres: { labels: { 'cnpg.io/cluster': databaseCluster } },
  broker: { labels: { 'app.kubernetes.io/name': brokerCluster } },
} as const satisfies Readonly<Record<string, Party | ((service: Service) => Party)>>;

/** Whose pods stand in namespaces of their own, named as their documentation installs them. */
export const namespaces = {
  ingress: { namespace: 'ingress-nginx' },
  monitoring: { namespace: 'monitoring' },
  postgresOperator: { namespace: 'cnpg-system' },
  brokerOperator: { namespace: 'rabbitmq-system' },
  dns: { namespace: 'kube-system', labels: { 'k8s-app': 'kube-dns' } },
} as const satisfies Readonly<Record<string, Party>>;

const outside: Party = { isOutside: true };
const mailPorts = [465, 587];
/** S3, other issuers, webhooks and notifications: wherever they are, they speak HTTPS. */
const httpsPort = 443;
/** The API of the cluster, which the operators' pods ask who leads: behind 443 it listens here. */
const apiPorts = [httpsPort, 6443];
const postgresManagerPort = 8000;
const brokerNodePorts = [4369, 25_672];
const redisPort = 6379;

/** All that has to be possible, once; the policies of both ends are made from it. Names are resolved by everybody. */
export const flows: readonly Flow[] = [
  { from: namespaces.ingress, to: pods.web, ports: [webPort] },
  ...eachService.flatMap((service): Flow[] => {
    const own = pods.service(service);
    return [
      { from: pods.web, to: own, ports: [portOf(service)] },
      { from: namespaces.monitoring, to: own, ports: [metricsPortOf(service)] },
    ];
  }),
  ...eachService
    .filter(({ name }) => name === issuerService)
    .flatMap((service): Flow[] => [
      { from: pods.web, to: pods.service(service), ports: [issuerPort] },
      { from: pods.services, to: pods.service(service), ports: [issuerPort] },
    ]),
  { from: pods.services, to: pods.postgres, ports: [postgresPort] },
  { from: pods.migrations, to: pods.postgres, ports: [postgresPort] },
  { from: pods.databasesJob, to: pods.postgres, ports: [postgresPort] },
  { from: pods.services, to: pods.broker, ports: [brokerPort] },
  { from: pods.services, to: pods.redis, ports: [redisPort] },
  { from: pods.services, to: outside, ports: [httpsPort, ...mailPorts] },
  { from: pods.postgres, to: pods.postgres, ports: [postgresPort, postgresManagerPort] },
  { from: pods.postgres, to: outside, ports: apiPorts },
  { from: namespaces.postgresOperator, to: pods.postgres, ports: [postgresPort, postgresManagerPort] },
  { from: pods.broker, to: pods.broker, ports: brokerNodePorts },
  { from: pods.broker, to: outside, ports: apiPorts },
  { from: namespaces.brokerOperator, to: pods.broker, ports: [brokerManagementPort] },
];

/** Nothing is possible that the table above does not name. */
export const networkPolicies = (): readonly Manifest[] => [
  policy('nothing', {}, { policyTypes: ['Ingress', 'Egress'] }),
  policy('names', {}, { policyTypes: ['Egress'], egress: [{ to: [peer(namespaces.dns)], ports: dnsPorts }] }),
  ...parties().map(([name, { labels = {} }]) => {
    const ingress = flows
      .filter(({ to }) => isSame(to.labels, labels))
      .map(({ from, ports }) => ({ from: [peer(from)], ports: tcp(ports) }));
    const egress = flows
      .filter(({ from }) => isSame(from.labels, labels))
      .map(({ to, ports }) => ({ ...(!to.isOutside && { to: [peer(to)] }), ports: tcp(ports) }));
    return policy(name, labels, {
      policyTypes: [...(ingress.length > 0 ? ['Ingress'] : []), ...(egress.length > 0 ? ['Egress'] : [])],
      ...(ingress.length > 0 && { ingress }),
      ...(egress.length > 0 && { egress }),
    });
  }),
];

const parties = (): readonly (readonly [string, Party])[] => [
  ...eachService.map((service) => [service.name, pods.service(service)] as const),
  ...Object.entries(pods).flatMap(([name, party]) =>
    typeof party === 'function' ? [] : [[name.toLowerCase(), party] as const],
  ),
];

const dnsPorts = ['UDP', 'TCP'].map((protocol) => ({ protocol, port: 53 }));

const tcp = (ports: readonly number[]) => ports.map((port) => ({ protocol: 'TCP', port }));

const peer = ({ labels, namespace }: Party): Value => ({
  ...(namespace !== undefined && {
    namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } },
  }),
  ...(labels && { podSelector: { matchLabels: labels } }),
});

const isSame = (some: Labels | undefined, others: Labels): boolean =>
  JSON.stringify(some) === JSON.stringify(others);

const policy = (name: string, matchLabels: Labels, rules: Readonly<Record<string, Value>>): Manifest => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  metadata: { name },
  spec: { podSelector: Object.keys(matchLabels).length === 0 ? {} : { matchLabels }, ...rules },
});
