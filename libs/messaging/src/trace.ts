import { context, propagation, ROOT_CONTEXT } from '@opentelemetry/api';

/** The W3C trace context of the running code, if it is traced. */
export function currentTraceparent(): string | undefined {
  const carrier: { traceparent?: string } = {};
  propagation.inject(context.active(), carrier);
  return carrier.traceparent;
}

/** Runs the work as part of the trace that wrote the message. */
export function continuing<T>(traceparent: string | undefined, work: () => T): T {
  if (traceparent === undefined) return work();
  return context.with(propagation.extract(ROOT_CONTEXT, { traceparent }), work);
}
