import { Metrics } from './metrics.js';
import { type MetricsSettings, observeProcess } from './process-metrics.js';

/** Starts measuring, and serves the figures at /metrics. */
export async function startMetrics(settings: MetricsSettings): Promise<Metrics> {
  const metrics = new Metrics();
  observeProcess(metrics, settings);
  await metrics.listen(settings.METRICS_PORT, settings.METRICS_HOST);
  return metrics;
}
