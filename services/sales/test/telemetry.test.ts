import { newId } from '@dhanman/kernel';
import { aToken, spawnService, type SpawnedService, until } from '@dhanman/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';

const telemetry = resolve(import.meta.dirname, '../../../libs/platform/dist/telemetry.js');

interface Span {
  readonly name: string;
  readonly kind: number;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly attributes: readonly { readonly key: string; readonly value: { readonly stringValue?: string } }[];
}

function databaseOf({ attributes }: Span): string | undefined {
  const system = attributes.find(({ key }) => key === 'db.system.name' || key === 'db.system');
  return system?.value.stringValue;
}

/** What a trace collector does, as far as it concerns us: takes JSON and remembers it. */
class Collector {
  readonly spans: Span[] = [];
  text = '';

  private constructor(private readonly server: Server) {}

  static async start(): Promise<Collector> {
    const server = createServer((request, response) => {
      let body = '';
      request.on('data', (bytes: Buffer) => (body += bytes.toString()));
      request.on('end', () => {
        collector.text += body;
        const { resourceSpans } = JSON.parse(body) as {
          resourceSpans: { scopeSpans: { spans: Span[] }[] }[];
        };
        collector.spans.push(
          ...resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans)),
        );
        response.setHeader('content-type', 'application/json').end('{}');
      });
    });
    const collector = new Collector(server);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return collector;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}

const companyId = newId();

let sales: SpawnedService;
let collector: Collector;

beforeAll(async () => {
  collector = await Collector.start();
  sales = await spawnService('sales', {
    nodeFlags: ['--import', telemetry],
    overrides: {
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
      OTEL_TRACES_SAMPLER_ARG: '1',
      LOG_LEVEL: 'info',
    },
  });
});

afterAll(async () => {
  await sales.drop();
});

async function listCustomers(query = ''): Promise<Response> {
  const token = await aToken({
    organizationId: newId(),
    companies: [companyId],
    permissions: ['dhanman.sales.customer.read'],
  });
  return fetch(`${sales.process.url}/api/v1/companies/${companyId}/customers${query}`, {
    headers: { authorization: `Bearer ${token}` },
  });
}

describe('a traced service', () => {
  it('tells one story per request: the route, its queries, and the log line of the same trace', async () => {
    expect((await listCustomers('?q=ABCPE1234F')).status).toBe(200);
    const request = await until(() => collector.spans.find(({ kind }) => kind === 2));
    expect(request.name).toBe('GET /api/v1/companies/:companyId/customers');
    // The counters of the rate limits are asked as well, in Redis.
    const query = await until(() =>
      collector.spans.find(
        (span) => span.parentSpanId === request.spanId && databaseOf(span) === 'postgresql',
      ),
    );
    expect(query.traceId).toBe(request.traceId);
    const line = await until(() =>
      sales.process.output.split('\n').find((text) => text.includes(':companyId/customers')),
    );
    expect(JSON.parse(line)).toMatchObject({ trace_id: request.traceId, status: 200 });
  });

  it('sends nothing of what the caller typed, or who the caller is', async () => {
    await listCustomers('?q=ABCPE1234F');
    await until(() => collector.spans.some(({ kind }) => kind === 2));
    expect(collector.text).not.toMatch(/ABCPE1234F|Bearer|127\.0\.0\.1:\d+\?/);
  });

  it('keeps no trace of being asked for its health', async () => {
    await fetch(`${sales.process.url}/health/ready`);
    await listCustomers();
    await until(() => collector.spans.some(({ kind }) => kind === 2));
    expect(collector.text).not.toContain('/health');
  });

  it('sends what waits when it is told to stop', async () => {
    const before = collector.spans.length;
    await listCustomers();
    expect(await sales.process.stop()).toEqual({ code: 0, signal: null });
    expect(collector.spans.length).toBeGreaterThan(before);
  });

  it('serves as always without a collector, says once that traces are lost, and stops in time', async () => {
    collector.stop();
    const process = await sales.respawn();
    for (let sent = 0; sent < 5; sent += 1) expect((await listCustomers()).status).toBe(200);
    await until(() => process.output.includes('traces are being lost'));
    await listCustomers();
    const start = performance.now();
    expect(await process.stop()).toEqual({ code: 0, signal: null });
    expect(performance.now() - start).toBeLessThan(3_000);
    expect(process.output.match(/traces are being lost/g)).toHaveLength(1);
  });
});
