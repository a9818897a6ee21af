// The timers that make backups without anybody: a whole copy each night, its rehearsal after it, a look every two minutes.
import {
  backupFigures,
  backupUnitOf,
  deployed,
  nodeExporterFolder,
  toolsDirectory,
  type Environment,
} from '../topology.ts';
import type { Outputs } from './generator.ts';
import { notice } from './text.ts';

interface Timed {
  readonly name: string;
  readonly does: string;
  readonly commands: readonly string[];
  /** As root and outside the sandbox, before the commands. */
  readonly first?: readonly string[];
  /** In the words of systemd; a time of day names its zone, because servers keep UTC. */
  readonly when: readonly string[];
  readonly deadline: string;
}

const writesFigures = `--figures ${backupFigures}`;

/** Only while the unit runs, in memory. The key that seals it is not in it: it would be of no use there. */
const packedConfiguration = '/run/dhanman-backup/configuration.tar';

const timed: readonly Timed[] = [
  {
    name: backupUnitOf('take'),
    does: 'a whole copy of the cluster, then deletes what is older than the rule',
    commands: ['take', 'prune'],
    when: ['OnCalendar=*-*-* 01:30:00 Asia/Kolkata', 'Persistent=yes'],
    deadline: '6h',
  },
  {
    name: backupUnitOf('beside'),
    does: 'what is new beside the databases: files, definitions of the broker, configuration',
    first: [
      `/usr/bin/tar -C /etc --sort=name --exclude=dhanman/backup/KEY -cf ${packedConfiguration} dhanman`,
      `/usr/bin/chown postgres ${packedConfiguration}`,
    ],
    commands: [`take-beside --tar ${packedConfiguration} ${writesFigures}`],
    when: ['OnBootSec=5min', 'OnUnitActiveSec=15min'],
    deadline: '3h',
  },
  {
    name: backupUnitOf('check'),
    does: 'how old the last copy and the log are',
    commands: [`check ${writesFigures}`],
    when: ['OnBootSec=2min', 'OnUnitActiveSec=2min', 'AccuracySec=5s'],
    deadline: '90s',
  },
  ...deployed.map(rehearsal),
];

function rehearsal({ name }: Environment): Timed {
  return {
    name: backupUnitOf(`rehearse-${name}`),
    does: `brings the last copy back beside the cluster and verifies ${name}`,
    commands: [`rehearse --environment ${name} --in /var/cache/dhanman-backup ${writesFigures}`],
    when: [`OnCalendar=*-*-* 0${name === 'prod' ? '3' : '4'}:30:00 Asia/Kolkata`, 'Persistent=yes'],
    deadline: '3h',
  };
}

export function backupUnits(sandboxOfServices: string): Outputs {
  // It removes what the account shares in memory, and the account is that of the running cluster.
  const sandbox = sandboxOfServices.replace('RemoveIPC=yes', 'RemoveIPC=no');
  const outputs = new Map([['systemd/dhanman-backup.tmpfiles.conf', tmpfiles()]]);
  for (const unit of timed) {
    outputs.set(`systemd/${unit.name}.service`, service(unit, sandbox));
    outputs.set(`systemd/${unit.name}.timer`, timer(unit));
  }
  return outputs;
}

const service = (
  { name, does, first = [], commands, deadline }: Timed,
  sandbox: string,
): string => `# ${notice}
[Unit]
Description=Dhanman backup: ${does}
After=network.target postgresql.service

[Service]
Type=oneshot
# Only the account of the cluster may read the settings in /etc/dhanman/backup and what the archive holds.
User=postgres
WorkingDirectory=${toolsDirectory}/current
${prepared(first)}${commands.map((command) => `ExecStart=${toolsDirectory}/current/bin/node deploy/backup/main.ts ${command}`).join('\n')}
TimeoutStartSec=${deadline}
SyslogIdentifier=${name}
StateDirectory=dhanman-backup
StateDirectoryMode=0755
CacheDirectory=dhanman-backup
CacheDirectoryMode=0700
# The services go first.
Nice=10
IOSchedulingClass=idle
MemoryMax=2048M
LimitCORE=0

${sandbox}
`;

function prepared(first: readonly string[]): string {
  if (first.length === 0) return '';
  const folder = 'RuntimeDirectory=dhanman-backup\nRuntimeDirectoryMode=0700\n';
  return `${folder}${first.map((command) => `ExecStartPre=+${command}\n`).join('')}`;
}

const timer = ({ name, does, when }: Timed): string => `# ${notice}
[Unit]
Description=Dhanman backup, by itself: ${does}

[Timer]
${when.join('\n')}
Unit=${name}.service

[Install]
WantedBy=timers.target
`;

const besides = deployed.flatMap(({ name }) => [`beside-objects-${name}`, `beside-broker-${name}`]);

/** The exporter follows links, so that it stays as Debian has set it up. */
const tmpfiles = (): string => `# ${notice}
d ${backupFigures} 0755 postgres postgres
${['check', 'beside-configuration', ...besides, ...deployed.map(({ name }) => `rehearsal-${name}`)]
  .map((file) => `L+ ${nodeExporterFolder}/dhanman-${file}.prom - - - - ${backupFigures}/${file}.prom`)
  .join('\n')}
`;
