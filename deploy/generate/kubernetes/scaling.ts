import type { ServiceName } from '../../topology.ts';
import { type Component, eachService, metricsPortOf, selectorOf, webName } from './names.ts';
import type { Manifest } from './yaml.ts';

/** Services whose work is most of a day; the others are two, so that a machine can be emptied. */
const busy: ReadonlySet<ServiceName> = new Set(['common', 'sales', 'purchase', 'inventory']);

export const atLeast = 2;
export const atMost = (name: ServiceName): number => (busy.has(name) ? 6 : 3);

const deployed: readonly { readonly name: string; readonly component: Component; readonly most: number }[] = [
  ...eachService.map(({ name }) => ({ name, component: 'service' as const, most: atMost(name) })),
  { name: webName, component: 'web', most: 4 },
];

export const scaling = (): readonly Manifest[] =>
  deployed.flatMap(({ name, component, most }) => [
    {
      apiVersion: 'autoscaling/v2',
      kind: 'HorizontalPodAutoscaler',
      metadata: { name },
      spec: {
        scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name },
        minReplicas: atLeast,
        maxReplicas: most,
        metrics: [
          {
            type: 'Resource',
            resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 70 } },
          },
        ],
        // People sign in at nine and do not leave at five past.
        behavior: { scaleDown: { stabilizationWindowSeconds: 600 } },
      },
    },
    {
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      metadata: { name },
      spec: { maxUnavailable: 1, selector: { matchLabels: selectorOf(name, component) } },
    },
  ]);

/** For the operator of Prometheus; alerts and dashboards ask for the same two labels as on a server. */
export const scrapes = (environment: string): readonly Manifest[] => [
  {
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'PodMonitor',
    metadata: { name: 'dhanman' },
    spec: {
      selector: {
        matchLabels: { 'app.kubernetes.io/part-of': 'dhanman', 'app.kubernetes.io/component': 'service' },
      },
      podMetricsEndpoints: [
        {
          port: 'metrics',
          relabelings: [
            { sourceLabels: ['__meta_kubernetes_pod_label_app_kubernetes_io_name'], targetLabel: 'service' },
            { targetLabel: 'environment', replacement: environment },
            { targetLabel: 'job', replacement: 'dhanman' },
          ],
        },
      ],
    },
  },
];

/** Of all services at their most, in a release: each then has one pod more. */
export const mostInstances = eachService.reduce((sum, { name }) => sum + atMost(name) + 1, 0);
export const metricsPorts = eachService.map(metricsPortOf);
