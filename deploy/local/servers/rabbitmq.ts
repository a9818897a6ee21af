import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { running, startDaemon } from '../machine/daemon.ts';
import { privateFolder, writeWhole } from '../machine/files.ts';
import { findProgram } from '../machine/programs.ts';
import { isFree } from '../machine/ports.ts';
import type { ProcessIdentity } from '../machine/processes.ts';
import { converse } from '../machine/socket.ts';
import { until } from '../machine/wait.ts';
import type { Instance } from '../instance.ts';
import { dataFolder, nonceOf } from './data-folder.ts';
import { administrator, rabbitmqDefinitions, rabbitmqPlugins } from './rabbitmq-definitions.ts';
import type { Server } from './server.ts';

const greeting = Buffer.from([...Buffer.from('AMQP'), 0, 0, 9, 1]);

export const rabbitmq: Server = {
  name: 'rabbitmq',
  title: 'RabbitMQ',
  programs: ['rabbitmq/rabbitmq-server', 'epmd'],
  packages: ['rabbitmq-server'],
  ports: ['amqp', 'amqpManagement', 'amqpPrometheus', 'amqpDistribution', 'amqpNames'],
  variables: ['AMQP_URL', 'AMQP_MANAGEMENT_URL'],
  processes: [{ name: 'rabbitmq', deadlineMs: 24_000, againEveryMs: 3_000 }, { name: 'epmd' }],
  urls(instance) {
    const login = `${administrator}:${instance.secret('rabbitmq')}`;
    return {
      AMQP_URL: `amqp://${login}@127.0.0.1:${instance.ports.amqp}/${instance.name}`,
      AMQP_MANAGEMENT_URL: `http://${login}@127.0.0.1:${instance.ports.amqpManagement}`,
    };
  },
  async prepare(instance) {
    const folder = await dataFolder(instance, 'rabbitmq', ({ path }) => {
      // Erlang reads its cookie from HOME and insists that nobody else can.
      writeWhole(join(path, '.erlang.cookie'), randomBytes(24).toString('hex'), {
        mode: 0o400,
        owner: instance.account,
      });
      privateFolder(join(path, 'mnesia'), instance.account);
      return Promise.resolve();
    });
    const secretFile = { mode: 0o600, owner: instance.account };
    const config = join(instance.folder, 'config');
    writeWhole(join(config, 'rabbitmq.conf'), configuration(instance), secretFile);
    writeWhole(join(config, 'rabbitmq-plugins'), rabbitmqPlugins, secretFile);
    writeWhole(
      join(config, 'rabbitmq-definitions.json'),
      rabbitmqDefinitions(instance, folder.nonce),
      secretFile,
    );
  },
  async start(instance) {
    const nameServer = startNameServer(instance);
    // A broker that finds no name server starts one of its own, which nobody would stop again.
    await until(async () => ((await isFree(instance.ports.amqpNames)) ? undefined : true), {
      deadlineMs: 10_000,
    });
    return [nameServer, startBroker(instance)];
  },
  async identify(instance) {
    // The broker introduces itself, cluster name included, before any password is sent.
    const introduction = await converse(instance.ports.amqp, greeting, (text) => text.includes('en_US'));
    if (introduction === undefined) return undefined;
    if (!introduction.includes(nonceOf(instance, 'rabbitmq'))) {
      // On its very first start the node's own name stands in until the definitions are imported.
      return introduction.includes(nodeName(instance)) ? undefined : 'foreign';
    }
    return (await managementAnswers(instance)) ? 'ours' : undefined;
  },
};

function configuration({ folder, ports }: Instance): string {
  const lines = [
    `listeners.tcp.default = 127.0.0.1:${ports.amqp}`,
    'management.tcp.ip = 127.0.0.1',
    `management.tcp.port = ${ports.amqpManagement}`,
    'prometheus.tcp.ip = 127.0.0.1',
    `prometheus.tcp.port = ${ports.amqpPrometheus}`,
    `load_definitions = ${join(folder, 'config/rabbitmq-definitions.json')}`,
    'disk_free_limit.absolute = 200MB',
    'log.console = true',
    'log.console.level = info',
    'log.file = false',
  ];
  return `${lines.join('\n')}\n`;
}

/** Erlang would start one on all interfaces by itself; ours listens on loopback, and is ours to stop. */
function startNameServer(instance: Instance): ProcessIdentity {
  const args = ['-port', String(instance.ports.amqpNames), '-address', '127.0.0.1'];
  return (
    running(instance, 'epmd') ??
    startDaemon(instance, { name: 'epmd', command: findProgram('epmd'), args, cwd: instance.folder })
  );
}

function startBroker(instance: Instance): ProcessIdentity {
  const data = join(instance.folder, 'data/rabbitmq');
  const config = join(instance.folder, 'config');
  return startDaemon(instance, {
    name: 'rabbitmq',
    command: findProgram('rabbitmq/rabbitmq-server'),
    args: [],
    cwd: data,
    env: {
      HOME: data,
      RABBITMQ_NODENAME: nodeName(instance),
      RABBITMQ_CONF_ENV_FILE: '/dev/null',
      RABBITMQ_CONFIG_FILE: join(config, 'rabbitmq.conf'),
      RABBITMQ_ENABLED_PLUGINS_FILE: join(config, 'rabbitmq-plugins'),
      RABBITMQ_MNESIA_BASE: join(data, 'mnesia'),
      RABBITMQ_LOGS: '-',
      RABBITMQ_LOG_BASE: join(instance.folder, 'logs'),
      RABBITMQ_ADVANCED_CONFIG_FILE: join(config, 'rabbitmq-advanced.config'),
      ERL_CRASH_DUMP: join(instance.folder, 'logs/rabbitmq-crash.dump'),
      RABBITMQ_DIST_PORT: String(instance.ports.amqpDistribution),
      ERL_EPMD_PORT: String(instance.ports.amqpNames),
      ERL_EPMD_ADDRESS: '127.0.0.1',
      // Distribution on loopback; schedulers that sleep instead of spinning leave the cores to the services.
      RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS:
        '-kernel inet_dist_use_interface {127,0,0,1} +sbwt none +sbwtdcpu none +sbwtdio none',
      // Makes the start script become the broker, so that signals reach it directly.
      RUNNING_UNDER_SYSTEMD: 'true',
    },
  });
}

function nodeName(instance: Instance): string {
  return `dhanman-${instance.name}@localhost`;
}

async function managementAnswers(instance: Instance): Promise<boolean> {
  const login = Buffer.from(`${administrator}:${instance.secret('rabbitmq')}`).toString('base64');
  try {
    const answer = await fetch(`http://127.0.0.1:${instance.ports.amqpManagement}/api/whoami`, {
      headers: { authorization: `Basic ${login}` },
      signal: AbortSignal.timeout(2_000),
    });
    return answer.ok;
  } catch {
    return false;
  }
}
