// What a server of Dhanman is, from the top down. Names and ports come from the topology, files from the generators.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { usualFolder } from '../../backup/settings.ts';
import { environmentFiles } from '../../generate/env.ts';
import { logsUnit } from '../../generate/logs.ts';
import { systemd } from '../../generate/systemd.ts';
import {
  backupFigures,
  backupUnitOf,
  deployed,
  directoryOf,
  type Environment,
  migratorOf,
  nodeExporterPort,
  services,
  unitOf,
} from '../../topology.ts';
import { enabled, file, folder, link, mustTell, packages, running, tell } from './basics.ts';
import { broker, brokerFiles } from './broker.ts';
import { postgres } from './databases.ts';
import { logs } from './logs.ts';
import { redis } from './redis.ts';
import { configurationOf, secrets } from './secrets.ts';
import type { Certificates } from './certificates.ts';
import { firewall } from './firewall.ts';
import { site } from './site.ts';
import type { Wish } from './wish.ts';

export interface Wanted {
  readonly environments: readonly Environment[];
  /** Where the object store answers. */
  readonly s3: string;
  readonly certificates: Certificates;
  readonly mail: string | undefined;
}

export const neededPackages = [
  ...['postgresql', 'redis-server', 'rabbitmq-server', 'nginx', 'openssl', 'ufw', 'unattended-upgrades'],
  ...['logrotate', 'systemd-timesyncd', 'prometheus-node-exporter'],
];

export function plan(wanted: Wanted): readonly Wish[] {
  const { environments, certificates, mail } = wanted;
  return [
    ...brokerFiles,
    packages([...neededPackages, ...(certificates === 'acme' ? ['certbot'] : [])]),
    ...accounts(environments),
    ...folders(environments),
    ...environments.flatMap((environment) => [
      ...configuration(environment, wanted),
      ...secrets(environment),
    ]),
    ...postgres(environments),
    ...broker(environments),
    ...redis(environments),
    ...site(environments, certificates, mail),
    ...units(environments),
    ...housekeeping,
    firewall,
    // Last, because it may have to wait for a program that only the operator can bring.
    ...logs(),
  ];
}

function accounts(environments: readonly Environment[]): readonly Wish[] {
  const path = '/etc/sysusers.d/dhanman.conf';
  const names = environments.flatMap((environment) => [
    ...services.map((service) => unitOf(environment, service)),
    migratorOf(environment),
  ]);
  const missing = () => names.filter((name) => !tell('getent', ['passwd', name]).isRight);
  return [
    file(path, { text: textOf('systemd/dhanman.sysusers.conf') }),
    {
      what: 'accounts',
      differs: () => (missing().length === 0 ? undefined : `missing are ${missing().join(', ')}`),
      fulfil: () => void mustTell('systemd-sysusers', [path]),
    },
  ];
}

function folders(environments: readonly Environment[]): readonly Wish[] {
  const parts = [...services.map(({ name }) => name), 'web'];
  return [
    folder('/etc/dhanman'),
    folder('/var/lib/dhanman/artefacts'),
    ...environments.flatMap((environment) => [
      folder(`/var/www/${environment.name}/releases`),
      ...parts.map((part) => folder(`${directoryOf(environment, part)}/releases`)),
    ]),
  ];
}

function configuration(environment: Environment, { s3 }: Wanted): readonly Wish[] {
  return [...environmentFiles()]
    .filter(([path]) => path.startsWith(`deploy/env/${environment.name}/`))
    .map(([path, text]) => {
      const to = `${configurationOf(environment)}/${path.split('/').at(-1) ?? ''}`;
      // What the site knows is the operator's, once it is there.
      return path.endsWith('/site.env')
        ? file(to, { text: text.replace('S3_ENDPOINT=\n', `S3_ENDPOINT=${s3}\n`), isOnce: true })
        : file(to, { text });
    });
}

function units(environments: readonly Environment[]): readonly Wish[] {
  const gone = deployed.filter((environment) => !environments.includes(environment));
  const isWanted = (path: string) =>
    !gone.some(({ name }) => path.includes(`dhanman-${name}`) || path.includes(`rehearse-${name}`));
  const isOurs = (path: string) => !path.endsWith('.conf') && !path.endsWith(`/${logsUnit}.service`);
  const files = [...systemd()].filter(([path]) => isWanted(path) && isOurs(path));
  const then = () => void mustTell('systemctl', ['daemon-reload']);
  return [
    ...files.map(([path, text]) => file(path.replace('systemd', '/etc/systemd/system'), { text, then })),
    ...figures,
    // They start with the machine; the first release starts them now.
    enabled(
      environments.flatMap((environment) => [
        `dhanman-${environment.name}.target`,
        ...services.map((service) => `${unitOf(environment, service)}.service`),
      ]),
    ),
    ...timersOf(environments).map((part) => running(`${backupUnitOf(part)}.timer`)),
  ];
}

/**
 * The links by which the exporter finds what the backups tell. systemd-tmpfiles, for which the list is written, makes none
 * in a folder that belongs to an account, as Debian's package has it.
 */
const figures: readonly Wish[] = [
  folder(backupFigures, { owner: 'postgres' }),
  ...[...textOf('systemd/dhanman-backup.tmpfiles.conf').matchAll(/^L\+ (\S+) (?:- ){4}(\S+)$/gm)].map(
    ([, path = '', to = '']) => link(path, to),
  ),
];

/** Without its settings a backup cannot be made; that it is not is told by the check, and by an alert. */
function timersOf(environments: readonly Environment[]): readonly string[] {
  const all = ['check', 'take', 'beside', ...environments.map(({ name }) => `rehearse-${name}`)];
  return existsSync(join(usualFolder, 'KEY')) ? all : ['check'];
}

const housekeeping: readonly Wish[] = [
  file('/etc/apt/apt.conf.d/20auto-upgrades', {
    text: 'APT::Periodic::Update-Package-Lists "1";\nAPT::Periodic::Unattended-Upgrade "1";\n',
  }),
  file('/etc/systemd/journald.conf.d/dhanman.conf', {
    text: '[Journal]\nStorage=persistent\nSystemMaxUse=4G\nMaxRetentionSec=90day\n',
    then: () => void mustTell('systemctl', ['restart', 'systemd-journald']),
  }),
  file('/etc/logrotate.d/dhanman-redis', {
    text: '/var/log/redis/redis-prod-*.log /var/log/redis/redis-qa-*.log {\n  weekly\n  rotate 12\n  copytruncate\n  compress\n  missingok\n}\n',
  }),
  file('/etc/default/prometheus-node-exporter', {
    text: `ARGS="--web.listen-address=127.0.0.1:${String(nodeExporterPort)}"\n`,
    then: () => void mustTell('systemctl', ['restart', 'prometheus-node-exporter']),
  }),
  running('prometheus-node-exporter'),
  running('systemd-timesyncd'),
  running('unattended-upgrades'),
];

function textOf(path: string): string {
  return systemd().get(path) ?? '';
}
