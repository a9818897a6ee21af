import { isSpanContextValid, trace } from '@opentelemetry/api';

/** Id of the trace the running code belongs to, if it is traced. */
export function currentTraceId(): string | undefined {
  return currentSpan()?.traceId;
}

export function currentSpan(): { readonly traceId: string; readonly spanId: string } | undefined {
  const span = trace.getActiveSpan()?.spanContext();
  return span && isSpanContextValid(span) ? span : undefined;
}
