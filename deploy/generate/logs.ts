import { deployed, services } from '../topology.ts';
import type { Outputs } from './generator.ts';
import { notice } from './text.ts';

/** What a line can be asked by. Everything else, ids above all, stays in the line: each label makes a stream of its own. */
export const labels = ['env', 'service', 'level'] as const;

/** The units whose lines are sent: the services, their second instances and migrations. In Alloy's own quoting. */
const units = `dhanman-(${deployed.map(({ name }) => name).join('|')})-(${services.map(({ name }) => name).join('|')})(?:-next|-migrate)?\\\\.service`;

export function logShipping(): Outputs {
  return new Map([['deploy/monitoring/logs.alloy', alloy()]]);
}

/** nginx's log is not sent: it holds the addresses of people. The services' own lines hold no personal data. */
const alloy = (): string => `// ${notice}
// LOKI_URL and LOKI_USER come from /etc/default/alloy, the password from a file: docs/watching.md
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
      password_file = "/etc/alloy/loki-password"
    }
  }
}
`;

const labelled = (label: (typeof labels)[number], replacement: string): string => `
  rule {
    source_labels = ["__journal__systemd_unit"]
    regex         = "${units}"
    target_label  = "${label}"
    replacement   = "${replacement}"
  }`;
