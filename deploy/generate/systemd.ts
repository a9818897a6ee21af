import {
  credentialsOf,
  deployed,
  directoryOf,
  limits,
  migrateUnitOf,
  migratorOf,
  nextUnitOf,
  services,
  unitOf,
  type Environment,
  type Service,
} from '../topology.ts';
import { backupUnits } from './backup-units.ts';
import type { Outputs } from './generator.ts';
import { logsService, logsUnit } from './logs.ts';
import { notice } from './text.ts';

/** Where the files a unit reads live on the machine; provisioning fills the directory, only root may read it. */
const configuration = (environment: Environment): string => `/etc/dhanman/${environment.name}`;

const targetOf = (environment: Environment): string => `dhanman-${environment.name}.target`;

export function systemd(): Outputs {
  const outputs = new Map([
    ['systemd/dhanman.sysusers.conf', sysusers()],
    [`systemd/${logsUnit}.service`, logsService(sandbox)],
    ...backupUnits(sandbox),
  ]);
  for (const environment of deployed) {
    outputs.set(`systemd/${targetOf(environment)}`, target(environment));
    for (const service of services) {
      outputs.set(`systemd/${unitOf(environment, service)}.service`, unit(environment, service));
      outputs.set(`systemd/${nextUnitOf(environment, service)}.service`, nextUnit(environment, service));
      outputs.set(
        `systemd/${migrateUnitOf(environment, service)}.service`,
        migrateUnit(environment, service),
      );
    }
  }
  return outputs;
}

const unit = (environment: Environment, service: Service): string => `# ${notice}
[Unit]
Description=Dhanman ${service.name} (${environment.name}): ${service.owns}
# The network only: without its database the service starts, says so and waits.
After=network.target
PartOf=${targetOf(environment)}
# Never gives up: a database that is away for an hour must not leave the service dead.
StartLimitIntervalSec=0

[Service]
Type=exec
User=${unitOf(environment, service)}
WorkingDirectory=${directoryOf(environment, service.name)}/current
ExecStart=${directoryOf(environment, service.name)}/current/bin/node --max-old-space-size=${environment.heapMb} services/${service.name}/dist/main.js
# Later files win: what the site knows, what the table says, what the release is.
EnvironmentFile=${configuration(environment)}/site.env
EnvironmentFile=${configuration(environment)}/${service.name}.env
EnvironmentFile=-${directoryOf(environment, service.name)}/current/release.env
${credentialsOf(service)
  .map((name) => `LoadCredential=${name}:${configuration(environment)}/credentials/${service.name}/${name}`)
  .join('\n')}
SyslogIdentifier=${unitOf(environment, service)}

Restart=always
RestartSec=${limits.restartSeconds}
# The service drains for at most ${limits.shutdownDeadlineMs / 1000} s (SHUTDOWN_DEADLINE_MS); killing is the last resort.
KillMode=mixed
TimeoutStopSec=${limits.stopTimeoutSeconds}

MemoryHigh=${limits.memoryHighMb}M
MemoryMax=${limits.memoryMaxMb}M
CPUQuota=${limits.cpuPercent}%
TasksMax=${limits.tasks}
LimitNOFILE=${limits.openFiles}
# A core dump would hold secrets and personal data.
LimitCORE=0

${sandbox}${service.name === 'common' ? stepsBack : ''}
# MemoryDenyWriteExecute stays off: V8 writes the code it runs. Nothing uploaded can be executed all the same:
NoExecPaths=/
ExecPaths=${directoryOf(environment, service.name)} /usr/lib /usr/lib64

[Install]
WantedBy=${targetOf(environment)}
`;

/** The same beside it, from the release that is coming, on ports of its own; started and stopped by a release only. */
const nextUnit = (environment: Environment, service: Service): string => {
  const [name, nextName] = [unitOf(environment, service), nextUnitOf(environment, service)];
  const own = `${configuration(environment)}/${service.name}.env`;
  return unit(environment, service)
    .replace(/\n\[Install\][^]*$/, '')
    .replace(
      /^Description=.*$/m,
      `Description=Dhanman ${service.name} (${environment.name}), the second instance of a release`,
    )
    .replaceAll(
      `${directoryOf(environment, service.name)}/current`,
      `${directoryOf(environment, service.name)}/next`,
    )
    .replace(
      `EnvironmentFile=${own}`,
      `EnvironmentFile=${own}\nEnvironmentFile=${configuration(environment)}/${service.name}.next.env`,
    )
    .replace(`SyslogIdentifier=${name}`, `SyslogIdentifier=${nextName}`);
};

const migrateUnit = (environment: Environment, service: Service): string => {
  const next = `${directoryOf(environment, service.name)}/next`;
  const name = migrateUnitOf(environment, service);
  return `# ${notice}
[Unit]
Description=Dhanman ${service.name} (${environment.name}): brings its database up to date with the coming release
After=network.target

[Service]
Type=oneshot
# Not the account of the service: who serves must never be able to read the password of who owns the tables.
User=${migratorOf(environment)}
WorkingDirectory=${next}
ExecStart=${next}/bin/node libs/platform/dist/migrate.js services/${service.name}/dist/database.js
LoadCredential=DATABASE_OWNER_URL:${configuration(environment)}/credentials-of-owners/${service.name}/DATABASE_OWNER_URL
SyslogIdentifier=${name}
# Locks are waited for two seconds at a time; what takes longer is rows being filled in.
TimeoutStartSec=30min
MemoryMax=${limits.memoryMaxMb}M
LimitCORE=0

${sandbox}
NoExecPaths=/
ExecPaths=${directoryOf(environment, service.name)} /usr/lib /usr/lib64
`;
};

/**
 * A service needs sockets and memory; everything else of the machine is closed to it. AF_NETLINK is how a library
 * asks for the machine's addresses, and Node throws where the question is refused.
 */
const sandbox = `UMask=0077
NoNewPrivileges=yes
CapabilityBoundingSet=
AmbientCapabilities=
PrivateTmp=yes
PrivateDevices=yes
PrivateUsers=yes
PrivateIPC=yes
PrivateMounts=yes
RemoveIPC=yes
ProtectSystem=strict
ProtectHome=yes
ProtectClock=yes
ProtectControlGroups=yes
ProtectHostname=yes
ProtectKernelLogs=yes
ProtectKernelModules=yes
ProtectKernelTunables=yes
ProtectProc=invisible
LockPersonality=yes
RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX AF_NETLINK
RestrictNamespaces=yes
RestrictRealtime=yes
RestrictSUIDSGID=yes
SystemCallArchitectures=native
SystemCallFilter=@system-service
SystemCallFilter=~@privileged @resources
SystemCallErrorNumber=EPERM`;

/** Without capabilities a process can lower its own priority and that of its children, and raise none. */
const stepsBack = `
# Passwords are hashed by a child to which everything else is preferred.
SystemCallFilter=setpriority`;

/** Starts and stops a whole environment: `systemctl stop dhanman-qa.target`. */
const target = (environment: Environment): string => `# ${notice}
[Unit]
Description=Dhanman, every service of ${environment.name}

[Install]
WantedBy=multi-user.target
`;

/** A user per service and environment: one that is taken over can neither signal nor read another. */
const sysusers = (): string => `# ${notice}
${deployed
  .flatMap((environment) => [
    ...services.map(
      (service) => `u ${unitOf(environment, service)} - "Dhanman ${service.name} (${environment.name})"`,
    ),
    `u ${migratorOf(environment)} - "Dhanman migrations (${environment.name})"`,
  ])
  .join('\n')}
`;
