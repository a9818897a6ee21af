// A real S3 server from Debian's packages: one monitor, one store and the gateway, all on loopback as an ordinary user.
// Between the three there is no authentication, so any user of this machine could reach past the gateway's keys:
// good for a workstation, never for a server.
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { startDaemon, stopDaemon } from '../machine/daemon.ts';
import { privateFolder, readIfThere, writeWhole } from '../machine/files.ts';
import { interruption } from '../machine/interruption.ts';
import { findProgram } from '../machine/programs.ts';
import type { ProcessIdentity } from '../machine/processes.ts';
import { mustRun } from '../machine/run.ts';
import { until } from '../machine/wait.ts';
import type { Instance } from '../instance.ts';
import { cephConfiguration } from './ceph-configuration.ts';
import { dataFolder, type DataFolder, nonceOf } from './data-folder.ts';
import { s3Request, type S3Access } from './s3-request.ts';
import type { Server } from './server.ts';

const user = 'dhanman';
const configurationFile = 'config/ceph.conf';

export const ceph: Server = {
  name: 's3',
  title: 'S3 (Ceph)',
  programs: ['ceph-mon', 'ceph-osd', 'radosgw', 'ceph', 'monmaptool', 'radosgw-admin'],
  packages: ['ceph-mon', 'ceph-osd', 'ceph-common', 'radosgw'],
  ports: ['s3', 'cephMonitor', 'cephStore'],
  variables: ['S3_URL', 'S3_ACCESS_KEY', 'S3_SECRET_KEY'],
  // The order matters: a monitor that goes first leaves the others waiting, and one that lingers confuses the next start.
  processes: [{ name: 's3-gateway' }, { name: 's3-store', deadlineMs: 15_000 }, { name: 's3-monitor' }],
  urls(instance) {
    const { endpoint, accessKey, secretKey } = access(instance);
    return { S3_URL: endpoint, S3_ACCESS_KEY: accessKey, S3_SECRET_KEY: secretKey };
  },
  async prepare(instance) {
    const folder = await dataFolder(instance, 's3', (empty) => build(instance, empty));
    writeConfiguration(instance, folder);
    await tellMonitorItsPort(instance, folder);
  },
  start: (instance) => [startMonitor(instance), startStore(instance), startGateway(instance)],
  async identify(instance) {
    try {
      // A signed request reveals no key, and the answer names its owner: the user we made, who is called by the nonce.
      const { status, text } = await s3Request(access(instance), { method: 'GET', path: '/' });
      if (status >= 500) return undefined;
      return text.includes(`<DisplayName>${nonceOf(instance, 's3')}</DisplayName>`) ? 'ours' : 'foreign';
    } catch {
      return undefined;
    }
  },
};

/** Monitor, store and user are made while nothing can reach the gateway; it starts only when all of them are complete. */
async function build(instance: Instance, folder: DataFolder): Promise<void> {
  await stopAll(instance);
  for (const part of ['monitor', 'store']) privateFolder(join(folder.path, part), instance.account);
  writeConfiguration(instance, folder);
  const call = caller(instance, folder);
  const map = await monitorMap(instance, folder);
  await call('ceph-mon', '-i', 'a', '--mkfs', '--monmap', map);
  startMonitor(instance);
  // The same id for the cluster's list and for the disk, or the store waits for ever to be let in.
  const store = randomUUID();
  for (const command of [
    ['health'],
    ['osd', 'new', store],
    ['osd', 'crush', 'add', 'osd.0', '1', 'root=default', 'host=here'],
  ])
    await untilMonitorObeys(call, command);
  await call('ceph-osd', '-i', '0', '--mkfs', '--osd-uuid', store);
  startStore(instance);
  keepKeys(
    instance,
    await call('radosgw-admin', 'user', 'create', `--uid=${user}`, `--display-name=${folder.nonce}`),
  );
  await stopAll(instance);
}

/**
 * A monitor that has just begun refuses commands before it has read its own rules, and one that it has answered already may
 * be followed by one that does not know the cluster's id yet, the longer the busier the machine. Each of them may be said again.
 */
async function untilMonitorObeys(call: ReturnType<typeof caller>, command: readonly string[]): Promise<void> {
  let refusal: unknown;
  const obeys = await until(
    async () => {
      try {
        return await call('ceph', '--connect-timeout', '20', ...command);
      } catch (error) {
        refusal = error;
        return undefined;
      }
    },
    { deadlineMs: 60_000, everyMs: 500, signal: interruption },
  );
  if (obeys === undefined) throw refusal;
}

/** The monitor keeps its address in its data and would come up on an old port when the instance has moved to another. */
async function tellMonitorItsPort(instance: Instance, folder: DataFolder): Promise<void> {
  const known = join(folder.path, 'monitor-port');
  const port = String(instance.ports.cephMonitor);
  if (readIfThere(known) === port) return;
  await stopAll(instance);
  const map = await monitorMap(instance, folder);
  await caller(instance, folder)('ceph-mon', '-i', 'a', '--inject-monmap', map);
  writeWhole(known, port);
}

async function monitorMap(instance: Instance, folder: DataFolder): Promise<string> {
  const map = join(folder.path, 'monitor-map');
  const address = `[v1:127.0.0.1:${instance.ports.cephMonitor}]`;
  const options = ['--create', '--clobber', '--fsid', clusterId(instance), '--addv', 'a', address, map];
  await caller(instance, folder)('monmaptool', ...options);
  return map;
}

function caller({ account, folder }: Instance, { path }: DataFolder) {
  const env = { CEPH_CONF: join(folder, configurationFile), HOME: path, PATH: '/usr/bin:/bin' };
  const options = { account, cwd: path, env, timeoutMs: 60_000, signal: interruption };
  return async (program: string, ...args: string[]): Promise<string> =>
    mustRun(findProgram(program), args, options);
}

/** The gateway's tool makes the keys itself: handed over as arguments they would stand in the process list. */
function keepKeys(instance: Instance, answer: string): void {
  const { keys } = JSON.parse(answer.slice(answer.indexOf('{'))) as {
    readonly keys: readonly { readonly access_key: string; readonly secret_key: string }[];
  };
  const [pair] = keys;
  if (pair === undefined) throw new Error('radosgw-admin made a user without keys');
  instance.remember('s3 access key', pair.access_key);
  instance.remember('s3 secret key', pair.secret_key);
}

async function stopAll(instance: Instance): Promise<void> {
  for (const { name, ...how } of ceph.processes) await stopDaemon(instance, name, how);
}

function startMonitor(instance: Instance): ProcessIdentity {
  return startPart(instance, 's3-monitor', 'ceph-mon', ['-i', 'a']);
}

function startStore(instance: Instance): ProcessIdentity {
  return startPart(instance, 's3-store', 'ceph-osd', ['-i', '0']);
}

function startGateway(instance: Instance): ProcessIdentity {
  return startPart(instance, 's3-gateway', 'radosgw', ['-n', 'client.rgw']);
}

function startPart(
  instance: Instance,
  name: string,
  program: string,
  args: readonly string[],
): ProcessIdentity {
  const cwd = join(instance.folder, 'data/s3');
  const env = { HOME: cwd };
  const all = [...args, '-f', '-c', configurationOf(instance)];
  return startDaemon(instance, { name, command: findProgram(program), args: all, cwd, env });
}

function writeConfiguration(instance: Instance, { path }: DataFolder): void {
  writeWhole(
    configurationOf(instance),
    cephConfiguration({ id: clusterId(instance), folder: path, ports: instance.ports }),
    {
      mode: 0o600,
      owner: instance.account,
    },
  );
}

function configurationOf(instance: Instance): string {
  return join(instance.folder, configurationFile);
}

function access(instance: Instance): S3Access {
  return {
    endpoint: `http://127.0.0.1:${instance.ports.s3}`,
    accessKey: instance.secret('s3 access key'),
    secretKey: instance.secret('s3 secret key'),
  };
}

/** Made from the nonce, so that the cluster can be told from any other. */
function clusterId(instance: Instance): string {
  const hex = Buffer.from(nonceOf(instance, 's3')).toString('hex').padStart(32, '0').slice(-32);
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
