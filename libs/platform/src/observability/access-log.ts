import { context } from '@opentelemetry/api';
import { getRPCMetadata } from '@opentelemetry/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { streamType } from '../changes/change-streams.js';
import type { Logger } from './logger.js';
import type { Metrics } from './metrics.js';

/** Asked by machines every few seconds: measured, but not worth a line each. */
const quietRoutes = /^\/health(\/|$)/;

/**
 * A Fastify onResponse hook: one line, one measurement and the name of the span per request. The route template stands for the address, so
 * no id, search text or token of a query reaches a log.
 */
export function accessLog(logger: Logger, metrics: Metrics) {
  return (request: FastifyRequest, reply: FastifyReply, done: () => void): void => {
    const { url: route } = request.routeOptions;
    nameSpan(route);
    const seen = { method: request.method, route, status: reply.statusCode };
    // A stream is open for as long as somebody looks, which says nothing about how fast we are.
    if (reply.getHeader('content-type') !== streamType)
      metrics.httpRequest({ ...seen, seconds: reply.elapsedTime / 1_000 });
    if (!quietRoutes.test(route ?? '') || reply.statusCode >= 500) {
      const ms = Math.round(reply.elapsedTime * 10) / 10;
      logger.info('request', { requestId: request.id, ...seen, ms, bytes: bytesOf(reply) });
    }
    done();
  };
}

function bytesOf(reply: FastifyReply): number | undefined {
  const length = Number(reply.getHeader('content-length'));
  return Number.isFinite(length) ? length : undefined;
}

/** The instrumentation of HTTP does not know routes; it takes the name from here when it ends the span. */
function nameSpan(route: string | undefined): void {
  const span = getRPCMetadata(context.active());
  if (span && route !== undefined) span.route = route;
}
