/**
 * Started before everything else with `node --import …/telemetry.js …/main.js`, because a library can only be traced
 * when it is loaded after this. Traces HTTP, Postgres, RabbitMQ and Redis and sends a sample to the collector named
 * by OTEL_EXPORTER_OTLP_ENDPOINT. A collector that is slow or away costs some spans, never a request or the exit.
 */
import { context, diag, DiagLogLevel, propagation, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { registerInstrumentations } from '@opentelemetry/instrumentation';
import { AmqplibInstrumentation } from '@opentelemetry/instrumentation-amqplib';
import { HttpInstrumentation } from '@opentelemetry/instrumentation-http';
import { IORedisInstrumentation } from '@opentelemetry/instrumentation-ioredis';
import { PgInstrumentation } from '@opentelemetry/instrumentation-pg';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  BatchSpanProcessor,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import { register } from 'import-in-the-middle/register-hooks.mjs';
import { collectorComplaints } from './observability/collector-complaints.js';
import { scrubSpan } from './observability/scrub-span.js';
import { onTelemetryStop } from './observability/telemetry-stop.js';
import { identityOf, isTraced, sampledShare } from './observability/telemetry-settings.js';

/** One batch may take this long; spans that do not fit the queue meanwhile are dropped. */
const exportTimeoutMs = 2_000;
const waitingSpans = 2_048;

const identity = identityOf(process.env, process.argv[1] ?? '');
diag.setLogger(collectorComplaints(identity), DiagLogLevel.WARN);

// Only what is traced is intercepted: wrapping every module doubles the time to start.
register({ include: ['pg', 'ioredis', 'amqplib', 'http', 'node:http', 'https', 'node:https'] });

const exporter = new OTLPTraceExporter({ timeoutMillis: exportTimeoutMs });
const provider = new TracerProvider({
  resource: resourceFromAttributes({
    'service.name': identity.service,
    'service.version': identity.version,
    'deployment.environment.name': identity.environment,
  }),
  // A trace is whole or absent: what was decided where it began holds in every service it reaches.
  sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(sampledShare(process.env)) }),
  spanProcessors: [
    scrubSpan,
    new BatchSpanProcessor({
      exporter,
      exportTimeoutMillis: exportTimeoutMs,
      scheduledDelayMillis: 1_000,
      maxQueueSize: waitingSpans,
    }),
  ],
});

trace.setGlobalTracerProvider(provider);
context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
propagation.setGlobalPropagator(new W3CTraceContextPropagator());
registerInstrumentations({
  tracerProvider: provider,
  instrumentations: [
    new HttpInstrumentation({
      ignoreIncomingRequestHook: ({ url }) => !isTraced(url),
      requireParentforOutgoingSpans: true,
    }),
    // Without a parent it is the outbox or a health check asking several times a second.
    new PgInstrumentation({ requireParentSpan: true, ignoreConnectSpans: true }),
    new AmqplibInstrumentation(),
    // Arguments hold cached values and job payloads; the command says enough.
    new IORedisInstrumentation({ requireParentSpan: true, dbStatementSerializer: (command) => command }),
  ],
});

onTelemetryStop(() => provider.shutdown());
