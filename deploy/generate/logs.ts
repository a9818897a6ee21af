import { deployed, services } from '../topology.ts';
import type { Outputs } from './generator.ts';
import { notice } from './text.ts';

/** What a line can be asked by. Everything else, ids above all, stays in the line: each label makes a stream of its own. */
export const labels = ['env', 'service', 'level'] as const;

/** The units whose lines are sent: the services, their second instances and migrations. In Alloy's own quoting. */
const units = `dhanman-(${deployed.map(({ name }) => name).join('|')})-(${services.map(({ name }) => name).join('|')})(?:-next|-migrate)?\\\\.service`;

export const logsUnit = 'dhanman-logs';
/** Where Grafana's package puts it; Debian has none. */
export const alloyProgram = '/usr/bin/alloy';
/** What the operator says of the Loki, and what follows from it. */
export const logsFolder = '/etc/dhanman/logs';

export function logShipping(): Outputs {
  return new Map([['deploy/monitoring/logs.alloy', alloy()]]);
}

/** nginx's log is not sent: it holds the addresses of people. The services' own lines hold no personal data. */
const alloy = (): string => `// ${notice}
// LOKI_URL and LOKI_USER come from loki.env, the password is a credential of the unit: docs/watching.md
loki.source.journal "dhanman" {
  max_age       = "12h"
  relabel_rules = loki.relabel.dhanman.rules
  forward_to    = [loki.process.dhanman.receiver]
}

loki.relabel "dhanman" {
  forward_to = []

  rule {
    action        = "keep"
    source_labels = ["__journal__systemd_unit"]
    regex         = "${units}"
  }
${labelled('env', '$1')}
${labelled('service', '$2')}
}

loki.process "dhanman" {
  forward_to = [loki.write.loki.receiver]

  stage.json {
    expressions = { level = "level" }
  }

  stage.labels {
    values = { level = "level" }
  }

  stage.label_keep {
    values = [${labels.map((label) => `"${label}"`).join(', ')}]
  }
}

loki.write "loki" {
  endpoint {
    url = sys.env("LOKI_URL")

    basic_auth {
      username      = sys.env("LOKI_USER")
      password_file = sys.env("CREDENTIALS_DIRECTORY") + "/LOKI_PASSWORD"
    }
  }
}
`;

/** It reads the journal and talks to one address; what it has sent is remembered in its own folder. */
export const logsService = (sandbox: string): string => `# ${notice}
[Unit]
Description=Dhanman: sends the lines of the services to Loki
After=network.target
StartLimitIntervalSec=0

[Service]
Type=exec
DynamicUser=yes
SupplementaryGroups=systemd-journal
EnvironmentFile=${logsFolder}/loki.env
LoadCredential=LOKI_PASSWORD:${logsFolder}/LOKI_PASSWORD
LoadCredential=config.alloy:${logsFolder}/config.alloy
ExecStart=${alloyProgram} run --disable-reporting --server.http.listen-addr=127.0.0.1:12346 --storage.path=\${STATE_DIRECTORY} \${CREDENTIALS_DIRECTORY}/config.alloy
StateDirectory=${logsUnit}
StateDirectoryMode=0700
SyslogIdentifier=${logsUnit}
Restart=always
RestartSec=10
# The services go first.
Nice=10
MemoryMax=512M
TasksMax=64
LimitCORE=0

${sandbox}
MemoryDenyWriteExecute=yes
NoExecPaths=/
ExecPaths=/usr/bin /usr/lib /usr/lib64

[Install]
WantedBy=multi-user.target
`;

const labelled = (label: (typeof labels)[number], replacement: string): string => `
  rule {
    source_labels = ["__journal__systemd_unit"]
    regex         = "${units}"
    target_label  = "${label}"
    replacement   = "${replacement}"
  }`;
