import { client } from './client.ts';
import { dashboards } from './dashboards/tree.ts';
import { environmentFiles } from './env.ts';
import type { Generator } from './generator.ts';
import { kubernetes } from './kubernetes/tree.ts';
import { logShipping } from './logs.ts';
import { nginx } from './nginx/tree.ts';
import { scrapeTargets } from './scrape.ts';
import { systemd } from './systemd.ts';
import { watching } from './watching.ts';

/** Everything that is committed but written by a program. To generate more, add a line. */
export const generators: readonly Generator[] = [
  { name: 'systemd units', owns: ['systemd'], outputs: systemd },
  { name: 'nginx', owns: ['nginx'], outputs: () => nginx() },
  { name: 'environment files', owns: ['deploy/env'], outputs: environmentFiles },
  { name: 'scrape targets', owns: ['deploy/monitoring/targets'], outputs: scrapeTargets },
  { name: 'Prometheus and Alertmanager', owns: [], outputs: watching },
  { name: 'log shipping', owns: [], outputs: logShipping },
  {
    name: 'dashboards',
    owns: ['deploy/monitoring/dashboards', 'deploy/monitoring/grafana'],
    outputs: dashboards,
  },
  {
    name: 'Kubernetes',
    owns: ['deploy/kubernetes/base', 'deploy/kubernetes/overlays'],
    outputs: kubernetes,
  },
  { name: 'client of the services', owns: ['libs/client/src/generated'], outputs: client },
];
