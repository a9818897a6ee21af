import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { platformMetrics } from '../src/observability/metric-table.js';
import type { Metrics } from '../src/observability/metrics.js';
import { startMetrics } from '../src/observability/start-metrics.js';

const settings = {
  ENVIRONMENT: 'test',
  SERVICE_VERSION: '1.2.3',
  METRICS_PORT: 0,
  METRICS_HOST: '127.0.0.1',
  service: 'sales',
} as const;

let metrics: Metrics;

beforeEach(async () => {
  metrics = await startMetrics(settings);
});

afterEach(() => metrics.stop());

async function figures(): Promise<string> {
  return (await fetch(metrics.url)).text();
}

describe('the figures of a service', () => {
  it('count requests by route template, method and status, with their duration in buckets', async () => {
    const request = { route: '/customers/:id', method: 'GET', status: 200 };
    metrics.httpRequest({ ...request, seconds: 0.02 });
    metrics.httpRequest({ ...request, seconds: 0.3 });
    metrics.httpRequest({ ...request, route: undefined, status: 404, seconds: 0.001 });
    const text = await figures();
    const labels = 'route="/customers/:id",method="GET",status="200"';
    expect(text).toContain('# TYPE http_server_request_duration_seconds histogram');
    expect(text).toContain(`http_server_request_duration_seconds_count{${labels}} 2`);
    expect(text).toContain(`http_server_request_duration_seconds_bucket{${labels},le="0.025"} 1`);
    expect(text).toContain(`http_server_request_duration_seconds_bucket{${labels},le="+Inf"} 2`);
    expect(text).toContain('_count{route="none",method="GET",status="404"} 1');
  });

  it('tell the version, the memory, the processor time and how late the event loop is', async () => {
    const text = await figures();
    expect(text).toContain('dhanman_build_info{service="sales",version="1.2.3",environment="test"} 1');
    expect(Number(/^process_resident_memory_bytes (.+)$/m.exec(text)?.[1])).toBeGreaterThan(10_000_000);
    expect(Number(/^process_cpu_seconds_total (.+)$/m.exec(text)?.[1])).toBeGreaterThan(0);
    expect(Number(/^process_start_time_seconds (.+)$/m.exec(text)?.[1])).toBeGreaterThan(1_700_000_000);
    expect(text).toMatch(/^nodejs_eventloop_lag_seconds\{quantile="0.99"\} [\d.e-]+$/m);
  });

  it('notice that the event loop was blocked', async () => {
    await new Promise((resolve) => setTimeout(resolve, 50));
    const end = performance.now() + 150;
    while (performance.now() < end);
    const lag = /^nodejs_eventloop_lag_seconds\{quantile="1"\} (.+)$/m.exec(await figures())?.[1];
    expect(Number(lag)).toBeGreaterThan(0.1);
  });

  it('are read only when they are asked for', async () => {
    let reads = 0;
    metrics.observe(platformMetrics.databaseWaiting, () => (reads += 1));
    expect(reads).toBe(0);
    expect(await figures()).toContain('database_pool_waiting 1');
    expect(await figures()).toContain('database_pool_waiting 2');
  });

  it('grow only, when they are counters, and carry their labels', async () => {
    let hits = 3;
    metrics.observe(platformMetrics.cacheRequests, () => [{ value: hits, labels: { result: 'hit' } }]);
    expect(await figures()).toContain('cache_requests_total{result="hit"} 3');
    hits = 4;
    expect(await figures()).toContain('cache_requests_total{result="hit"} 4');
  });

  it('survive one that cannot be read', async () => {
    metrics.observe(platformMetrics.databaseWaiting, () => {
      throw new Error('pool is gone');
    });
    expect(await figures()).toContain('dhanman_build_info');
  });
});

describe('the address of the figures', () => {
  it('answers to this machine only, and to nothing but /metrics', async () => {
    expect(new URL(metrics.url).hostname).toBe('127.0.0.1');
    const { status: other } = await fetch(metrics.url.replace('/metrics', '/health'));
    const { status: posted } = await fetch(metrics.url, { method: 'POST' });
    expect([other, posted]).toEqual([404, 404]);
  });

  it('says so when it is taken', async () => {
    const taken = Number(new URL(metrics.url).port);
    await expect(startMetrics({ ...settings, METRICS_PORT: taken })).rejects.toThrow(/EADDRINUSE/);
  });

  it('is gone after the stop, even while Prometheus keeps its connection', async () => {
    await figures();
    await metrics.stop();
    await expect(figures()).rejects.toThrow();
  });
});
