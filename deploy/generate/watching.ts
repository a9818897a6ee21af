import { deployed, nodeExporterPort, alertmanagerPort } from '../topology.ts';
import type { Outputs } from './generator.ts';
import { notice } from './text.ts';

interface Route {
  readonly matches: Readonly<Record<string, string>>;
  readonly receiver: Receiver;
  /** How often somebody is told again what is still so. */
  readonly repeat: string;
}

/** Who they are stands in a file of the machine, since it names people and holds secrets. */
export const receivers = ['page', 'ticket'] as const;

type Receiver = (typeof receivers)[number];

/** What no route knows is rather said too loudly than never. */
export const otherwise: Receiver = 'page';

/** The first that matches decides. */
export const routes: readonly Route[] = [
  // Nobody gets up at night for what no customer uses.
  { matches: { environment: 'qa' }, receiver: 'ticket', repeat: '24h' },
  { matches: { severity: 'page' }, receiver: 'page', repeat: '1h' },
  { matches: { severity: 'ticket' }, receiver: 'ticket', repeat: '24h' },
];

/** Prometheus looks for rules and targets beside its own file; Alertmanager knows no such thing, so it gets a half. */
export function watching(): Outputs {
  return new Map([
    ['deploy/monitoring/prometheus.yml', prometheus()],
    ['deploy/monitoring/alertmanager.routes.yml', alertmanager()],
  ]);
}

const prometheus = (): string => `# ${notice}
global:
  scrape_interval: 15s
  scrape_timeout: 10s
  evaluation_interval: 15s

rule_files: [rules/*.yml]

alerting:
  alertmanagers:
    - static_configs:
        - targets: ['127.0.0.1:${alertmanagerPort}']

scrape_configs:
  - job_name: dhanman
    file_sd_configs:
      - files: [${deployed.map(({ name }) => `targets/${name}.json`).join(', ')}]

  # The machine, and what the timers of the backup leave with it.
  - job_name: node
    static_configs:
      - targets: ['127.0.0.1:${nodeExporterPort}']
`;

const alertmanager = (): string => `# ${notice}
# The receivers ${receivers.join(' and ')} come from the machine: docs/watching.md
route:
  receiver: ${otherwise}
  group_by: [alertname, environment]
  group_wait: 30s
  group_interval: 5m
  repeat_interval: 4h
  routes:
${routes.map(routed).join('')}`;

function routed({ matches, receiver, repeat }: Route): string {
  const matchers = Object.entries(matches).map(([label, value]) => `'${label}="${value}"'`);
  return `    - matchers: [${matchers.join(', ')}]
      receiver: ${receiver}
      repeat_interval: ${repeat}
`;
}
