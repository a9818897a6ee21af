import { PrometheusExporter } from '@opentelemetry/exporter-prometheus';
import { MeterProvider } from '@opentelemetry/sdk-metrics';
import { type Metric, requestDuration } from './metric-table.js';
import { MetricsServer } from './metrics-server.js';

export interface Reading {
  readonly value: number;
  /** Few and fixed: every combination is a series that lives as long as the process. */
  readonly labels: Readonly<Record<string, string>>;
}

export interface HttpRequestSeen {
  /** The template, `/invoices/:id`; a request no route matched has none. */
  readonly route: string | undefined;
  readonly method: string;
  readonly status: number;
  readonly seconds: number;
}

/** Measures the service and shows the figures to Prometheus. */
export class Metrics {
  private readonly exporter = new PrometheusExporter({
    preventServerStart: true,
    withoutScopeInfo: true,
    withoutTargetInfo: true,
  });
  private readonly provider = new MeterProvider({ readers: [this.exporter] });
  private readonly meter = this.provider.getMeter('dhanman');
  private readonly durations = this.meter.createHistogram(requestDuration.name, {
    description: requestDuration.help,
    advice: { explicitBucketBoundaries: [...requestDuration.boundaries] },
  });
  private readonly server = new MetricsServer((request, response) =>
    this.exporter.getMetricsRequestHandler(request, response),
  );

  httpRequest({ route = 'none', method, status, seconds }: HttpRequestSeen): void {
    this.durations.record(seconds, { route, method, status: String(status) });
  }

  /** Has the number read whenever Prometheus asks; nothing happens in between. */
  observe({ name, help, kind }: Metric, read: () => number | readonly Reading[]): void {
    const options = { description: help };
    const instrument =
      kind === 'counter'
        ? this.meter.createObservableCounter(name, options)
        : this.meter.createObservableGauge(name, options);
    instrument.addCallback((result) => {
      const readings = read();
      if (typeof readings === 'number') result.observe(readings);
      else for (const { value, labels } of readings) result.observe(value, labels);
    });
  }

  /** Where the figures are served, once listening. */
  get url(): string {
    return this.server.url;
  }

  async listen(port: number, host: string): Promise<void> {
    await this.server.listen(port, host);
  }

  async stop(): Promise<void> {
    await this.server.close();
    await this.provider.shutdown();
  }
}
