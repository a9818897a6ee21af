import { deployed, metricsPort, services } from '../topology.ts';
import type { Outputs } from './generator.ts';

/** Prometheus reads these with `file_sd_configs`; the labels reach every series and so every alert and dashboard. */
export function scrapeTargets(): Outputs {
  return new Map(
    deployed.map(({ name: environment }) => {
      const entries = services.map(({ name: service, ports }) => {
        const target = `127.0.0.1:${metricsPort(ports[environment])}`;
        return `  {
    "targets": ["${target}"],
    "labels": { "environment": "${environment}", "service": "${service}" }
  }`;
      });
      return [`deploy/monitoring/targets/${environment}.json`, `[\n${entries.join(',\n')}\n]\n`];
    }),
  );
}
