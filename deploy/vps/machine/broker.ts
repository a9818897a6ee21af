// RabbitMQ: on loopback with its name server, a virtual host per environment, a user per service with rights of its own.
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { login, ownOf, rights } from '../../local/servers/rabbitmq-definitions.ts';
import {
  brokerManagementPort,
  brokerMetricsPort,
  brokerPort,
  brokerUserOf,
  type Environment,
  services,
} from '../../topology.ts';
import { file, mustTell, running, secret, tell } from './basics.ts';
import { credentialFile, passwordIn } from './secrets.ts';
import type { Wish } from './wish.ts';

const administrator = 'administrator';
const administratorFile = '/etc/dhanman/broker-administrator';

export function broker(environments: readonly Environment[]): readonly Wish[] {
  return [
    secret(administratorFile, () => randomBytes(32).toString('hex')),
    file('/etc/rabbitmq/enabled_plugins', {
      ...{ text: '[rabbitmq_management,rabbitmq_prometheus].\n', then: restart },
      // The broker makes it its own.
      owner: 'rabbitmq',
    }),
    running('rabbitmq-server'),
    definitions(environments),
  ];
}

const settings = `# From deploy/vps/provision.
listeners.tcp.default = 127.0.0.1:${String(brokerPort)}
management.tcp.ip = 127.0.0.1
management.tcp.port = ${String(brokerManagementPort)}
prometheus.tcp.ip = 127.0.0.1
prometheus.tcp.port = ${String(brokerMetricsPort)}
vm_memory_high_watermark.relative = 0.3
disk_free_limit.absolute = 2GB
`;

/** The name of the node is not that of the machine, which may change; nodes and the name server meet on loopback. */
const surroundings = `# From deploy/vps/provision.
NODENAME=rabbit@localhost
export ERL_EPMD_ADDRESS=127.0.0.1
SERVER_ADDITIONAL_ERL_ARGS="-kernel inet_dist_use_interface {127,0,0,1}"
`;

/** systemd listens for it. */
const nameServer = file('/etc/systemd/system/epmd.socket.d/dhanman.conf', {
  text: '# From deploy/vps/provision.\n[Socket]\nListenStream=\nListenStream=127.0.0.1:4369\n',
  then() {
    mustTell('systemctl', ['daemon-reload']);
    if (!tell('systemctl', ['is-active', 'epmd.socket']).isRight) return;
    mustTell('systemctl', ['stop', 'rabbitmq-server', 'epmd.service', 'epmd.socket']);
    mustTell('systemctl', ['start', 'epmd.socket', 'rabbitmq-server']);
  },
});

/** They come before the package, which starts the broker at once: it is open to others for no moment. */
export const brokerFiles: readonly Wish[] = [
  nameServer,
  ...[
    ['rabbitmq.conf', settings],
    ['rabbitmq-env.conf', surroundings],
  ].map(([name = '', text = '']) => file(`/etc/rabbitmq/${name}`, { text, then: restart })),
];

function restart(): void {
  if (tell('systemctl', ['is-active', 'rabbitmq-server']).isRight)
    mustTell('systemctl', ['restart', 'rabbitmq-server']);
}

type Entry = Readonly<Record<string, unknown>>;
type Definitions = Readonly<Record<'vhosts' | 'users' | 'permissions', readonly Entry[]>>;

function definitions(environments: readonly Environment[]): Wish {
  return {
    what: 'users and virtual hosts of RabbitMQ',
    differs() {
      const found = JSON.parse(mustTell('rabbitmqctl', ['-q', 'export_definitions', '-'])) as Definitions;
      const wanted = wantedIn(environments);
      const lacking = (['vhosts', 'users', 'permissions'] as const).flatMap((list) =>
        wanted[list].filter((one) => !found[list].some((other) => has(other, one))).map((one) => nameOf(one)),
      );
      const stranger = found.users.some(({ name }) => name === 'guest') ? ['guest is still there'] : [];
      return (
        [...new Set(lacking.map((name) => `${name} is missing or otherwise`)), ...stranger].join(', ') ||
        undefined
      );
    },
    fulfil() {
      mustTell('rabbitmqctl', ['-q', 'import_definitions'], JSON.stringify(wantedIn(environments)));
      if (mustTell('rabbitmqctl', ['-q', 'list_users']).includes('guest'))
        mustTell('rabbitmqctl', ['delete_user', 'guest']);
    },
  };
}

function wantedIn(environments: readonly Environment[]): Definitions {
  const each = environments.flatMap((environment) => services.map((service) => ({ environment, service })));
  const users = each.map(({ environment, service }) =>
    login(
      brokerUserOf(environment, service),
      passwordIn(credentialFile(environment, service, 'AMQP_URL')),
      [],
    ),
  );
  return {
    vhosts: environments.map(({ name }) => ({ name })),
    users: [
      ...users,
      login(administrator, readFileSync(administratorFile, 'utf8'), ['administrator']),
    ] as Entry[],
    permissions: [
      ...each.map(({ environment, service }) => ({
        ...{ user: brokerUserOf(environment, service), vhost: environment.name },
        ...rights(ownOf(service.name)),
      })),
      ...environments.map(({ name }) => ({ user: administrator, vhost: name, ...rights('.*') })),
    ],
  };
}

const has = (found: Entry, wanted: Entry): boolean =>
  Object.entries(wanted).every(([key, value]) => String(found[key]) === String(value));

const nameOf = ({ user, name }: Entry): string => String(user ?? name);
