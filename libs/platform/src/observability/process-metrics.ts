import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { PlatformConfig } from '../config.js';
import { platformMetrics } from './metric-table.js';
import type { Metrics } from './metrics.js';

export type MetricsSettings = Pick<
  PlatformConfig,
  'METRICS_HOST' | 'METRICS_PORT' | 'SERVICE_VERSION' | 'ENVIRONMENT'
> & {
  readonly service: string;
};

const lagResolutionMs = 20;
const nanosecondsPerSecond = 1e9;
const microsecondsPerSecond = 1e6;

/** The process as the operating system and the JavaScript engine see it. */
export function observeProcess(
  metrics: Metrics,
  { service, SERVICE_VERSION, ENVIRONMENT }: MetricsSettings,
): void {
  const identity = { service, version: SERVICE_VERSION, environment: ENVIRONMENT };
  metrics.observe(platformMetrics.build, () => [{ value: 1, labels: identity }]);
  metrics.observe(platformMetrics.startTime, () => performance.timeOrigin / 1_000);
  metrics.observe(platformMetrics.cpu, () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / microsecondsPerSecond;
  });
  metrics.observe(platformMetrics.residentMemory, () => process.memoryUsage.rss());
  metrics.observe(platformMetrics.heapUsed, () => process.memoryUsage().heapUsed);
  metrics.observe(platformMetrics.heapTotal, () => process.memoryUsage().heapTotal);
  metrics.observe(platformMetrics.externalMemory, () => process.memoryUsage().external);
  observeEventLoop(metrics);
}

function observeEventLoop(metrics: Metrics): void {
  const delay = monitorEventLoopDelay({ resolution: lagResolutionMs });
  delay.enable();
  metrics.observe(platformMetrics.eventLoopLag, () => {
    const readings = [
      { value: late(delay.percentile(50)), labels: { quantile: '0.5' } },
      { value: late(delay.percentile(99)), labels: { quantile: '0.99' } },
      { value: late(delay.max), labels: { quantile: '1' } },
    ];
    delay.reset();
    return readings;
  });
}

/** The histogram holds the time between two looks, which includes the pause that was asked for. */
function late(nanoseconds: number): number {
  return Math.max(0, nanoseconds / nanosecondsPerSecond - lagResolutionMs / 1_000);
}
