// The same servers in containers. Passwords reach them through files, as for the programs on the machine itself.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { writeWhole } from '../machine/files.ts';
import { Obstacle } from '../machine/obstacle.ts';
import { run } from '../machine/run.ts';
import { type Instance, type Ports, repository } from '../instance.ts';
import { refuseTakenPorts } from './bring-up.ts';
import { nonceOf } from './data-folder.ts';
import { rabbitmqDefinitions, rabbitmqPlugins } from './rabbitmq-definitions.ts';
import { redisSettings } from './redis.ts';
import type { Server, ServerName } from './server.ts';

/** Starts one server as a container and returns when its health check has passed. */
export async function composeUp(server: Server, instance: Instance): Promise<void> {
  if (!(await isUp(server, instance))) await refuseTakenPorts(server, instance);
  mkdirSync(marks(instance), { recursive: true });
  writeWhole(mark(instance, server.name), '');
  writeFiles(instance);
  if (server.name === 'nginx') await server.prepare(instance);
  // Images may have to be downloaded first.
  const { code, output } = await compose(instance, ['up', '--detach', '--wait', server.name], 10 * 60_000);
  if (code !== 0) throw new Obstacle(`Docker Compose could not start ${server.title}:\n${lastLines(output)}`);
}

/** Stops those of the named servers that run in containers; their volumes stay. */
export async function composeStop(instance: Instance, names: readonly ServerName[]): Promise<void> {
  const ours = names.filter((name) => isInContainer(instance, name));
  if (ours.length === 0) return;
  const { code, output } = await compose(instance, ['rm', '--stop', '--force', ...ours], 60_000);
  if (code !== 0) throw new Obstacle(`Docker Compose could not stop the containers:\n${lastLines(output)}`);
}

/** Deletes the containers of this instance together with their data. */
export async function composeErase(instance: Instance): Promise<void> {
  if (!existsSync(marks(instance)) || readdirSync(marks(instance)).length === 0) return;
  const { code, output } = await compose(instance, ['down', '--volumes', '--timeout', '5'], 60_000);
  if (code !== 0) throw new Obstacle(`Docker Compose could not delete the containers:\n${lastLines(output)}`);
}

/** Whether the server was last started as a container; known from a mark, so that nobody asks Docker in vain. */
export function isInContainer(instance: Instance, name: ServerName): boolean {
  return existsSync(mark(instance, name));
}

export function forgetContainer(instance: Instance, name: ServerName): void {
  rmSync(mark(instance, name), { force: true });
}

function marks(instance: Instance): string {
  return join(instance.folder, 'run/containers');
}

function mark(instance: Instance, name: ServerName): string {
  return join(marks(instance), name);
}

async function isUp(server: Server, instance: Instance): Promise<boolean> {
  const { code, output } = await compose(
    instance,
    ['ps', '--quiet', '--status', 'running', server.name],
    20_000,
  );
  return code === 0 && output !== '';
}

function compose(instance: Instance, args: readonly string[], timeoutMs: number): ReturnType<typeof run> {
  const clone = createHash('sha256').update(repository).digest('hex').slice(0, 8);
  const file = join(import.meta.dirname, '../compose.yaml');
  return run('docker', ['compose', '-p', `dhanman-${instance.name}-${clone}`, '-f', file, ...args], {
    cwd: dirname(file),
    env: { ...process.env, ...variables(instance) },
    timeoutMs,
  });
}

function variables({ folder, account, ports, ...instance }: Instance): Record<string, string> {
  const portVariables = (Object.keys(ports) as (keyof Ports)[]).map((key) => [
    `DHANMAN_PORT_${key.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`,
    String(ports[key]),
  ]);
  return {
    ...(Object.fromEntries(portVariables) as Record<string, string>),
    DHANMAN_CONFIG: join(folder, 'config'),
    DHANMAN_DATA: join(folder, 'data'),
    DHANMAN_WEB: join(repository, 'services/web/dist'),
    DHANMAN_UID: String(account.uid),
    DHANMAN_GID: String(account.gid),
    DHANMAN_POSTGRES_NONCE: nonceOf({ folder, account, ports, ...instance }, 'postgres'),
  };
}

/** Inside a container each server listens on its usual port; only the published one is bound to loopback. */
function writeFiles(instance: Instance): void {
  const folder = join(instance.folder, 'config/compose');
  mkdirSync(folder, { recursive: true });
  const redis = (name: 'redis-jobs' | 'redis-cache'): string =>
    ['bind * -::*', 'dir /data', ...redisSettings(instance, name), ''].join('\n');
  const files = {
    'postgres-password': instance.secret('postgres'),
    's3-access-key': instance.secret('s3 access key'),
    's3-secret-key': instance.secret('s3 secret key'),
    'redis-jobs.conf': redis('redis-jobs'),
    'redis-cache.conf': redis('redis-cache'),
    'rabbitmq.conf': 'load_definitions = /etc/rabbitmq/definitions.json\n',
    'rabbitmq-definitions.json': rabbitmqDefinitions(instance, nonceOf(instance, 'rabbitmq')),
    'rabbitmq-plugins': rabbitmqPlugins,
  };
  // The images read them as users of their own; the folder above keeps everybody else out.
  for (const [name, content] of Object.entries(files))
    writeWhole(join(folder, name), content, { mode: 0o644 });
}

function lastLines(output: string): string {
  return output.split('\n').slice(-12).join('\n');
}
