import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { credentialsOf, environments, hostOf, metricsPort, type Service } from '../../topology.ts';
import { type Instance, repository } from '../instance.ts';
import type { Account } from '../machine/account.ts';
import { running, startDaemon, stopDaemon } from '../machine/daemon.ts';
import { privateFolder, writeWhole } from '../machine/files.ts';
import { Obstacle } from '../machine/obstacle.ts';
import { describeHolder, isFree } from '../machine/ports.ts';
import type { ProcessIdentity } from '../machine/processes.ts';

export type Secrets = Readonly<Record<string, string>>;

/** Everything one service needs to start, worked out once and used again whenever it has to be restarted. */
export interface ServiceSetting {
  readonly service: Service;
  readonly account: Account;
  readonly version: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly secrets: Secrets;
}

const stopDeadlineMs = 20_000;

export async function startService(instance: Instance, setting: ServiceSetting): Promise<ProcessIdentity> {
  const { service, account, variables } = setting;
  const main = join(repository, 'services', service.name, 'dist/main.js');
  if (!existsSync(main)) throw new Obstacle(`${main} is missing. Run \`npm run build\`.`);
  await stopService(instance, service);
  for (const port of [portOf(service), metricsPort(portOf(service))]) {
    if (!(await isFree(port))) {
      throw new Obstacle(
        `${service.name} cannot start: ${describeHolder(port)} is taken by a program that we did not start. Stop it, then run the same command again.`,
      );
    }
  }
  const telemetry = join(repository, 'libs/platform/dist/telemetry.js');
  const isTraced = variables['OTEL_EXPORTER_OTLP_ENDPOINT'] !== undefined;
  return startDaemon(instance, {
    name: service.name,
    command: process.execPath,
    args: [
      `--max-old-space-size=${environments.local.heapMb}`,
      '--max-semi-space-size=8',
      ...(isTraced ? ['--import', telemetry] : []),
      main,
    ],
    cwd: repository,
    env: { ...environmentOf(instance, setting), CREDENTIALS_DIRECTORY: writeCredentials(instance, setting) },
    account,
  });
}

export async function stopService(instance: Instance, { name }: Service): Promise<void> {
  await stopDaemon(instance, name, { deadlineMs: stopDeadlineMs });
}

export function isRunning(instance: Instance, { name }: Service): boolean {
  return running(instance, name) !== undefined;
}

export function portOf(service: Service): number {
  return service.ports.local;
}

function environmentOf(
  instance: Instance,
  { service, version, variables }: ServiceSetting,
): Record<string, string> {
  return {
    ENVIRONMENT: 'local',
    SERVICE_VERSION: version,
    HOST: '127.0.0.1',
    PORT: String(portOf(service)),
    METRICS_PORT: String(metricsPort(portOf(service))),
    PUBLIC_URL: `http://${hostOf(environments.local, service.name)}:${instance.ports.web}`,
    NODE_ENV: 'production',
    ...variables,
  };
}

/** One file per secret, which only the service can read: nothing of it stands in its environment or its arguments. */
function writeCredentials(instance: Instance, { service, account, secrets }: ServiceSetting): string {
  const folder = join(instance.folder, 'credentials', service.name);
  rmSync(folder, { recursive: true, force: true });
  privateFolder(folder, account);
  for (const name of credentialsOf(service)) {
    const secret = secrets[name];
    if (secret !== undefined) writeWhole(join(folder, name), secret, { mode: 0o400, owner: account });
  }
  return folder;
}
