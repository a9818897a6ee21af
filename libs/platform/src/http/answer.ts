import type { FastifyRequest } from 'fastify';
import { complaintsOf, unstorableIn } from './complaints.js';
import type { ServedRoute } from './returns.js';
import { parametersOf, type RouteParameter } from './routes.js';
import { RequestInvalid } from './validation.pipe.js';

/** Our handler would answer something else than it promised: a bug, and nothing of it leaves. */
export class AnswerInvalid extends Error {
  override readonly name = 'AnswerInvalid';
}

/**
 * What leaves the service is what the schema of the route lets through. This is a hook of the server and not an
 * interceptor: with no interceptor at all Nest needs no observables, which cost more than the rest of its path.
 */
export function asPromised(request: FastifyRequest, payload: unknown): unknown {
  const { answer, method } = servedBy(request) ?? {};
  if (!answer?.schema) return payload;
  const result = answer.schema.safeParse(payload);
  if (result.success) return result.data;
  const paths = result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new AnswerInvalid(`${method ?? ''} answers what its schema does not know: ${paths.join('; ')}`);
}

/**
 * Nest reports only the first parameter that fails. When one does, all are looked at again, so that a person corrects
 * address, query and body in one go; a request that is right pays nothing for it.
 */
export function everyComplaint(request: FastifyRequest, first: RequestInvalid): RequestInvalid {
  const route = servedBy(request);
  if (!route) return first;
  const complaints = parametersOf(route.controller, route.method).flatMap((parameter) => {
    const value = valueOf(parameter, request);
    const issues = parameter.schema?.safeParse(value).error?.issues ?? [];
    return [...unstorableIn(value, parameter.name), ...complaintsOf(issues, value, parameter.name)];
  });
  return new RequestInvalid(complaints);
}

/** The route that handles the request, as far as it is one of ours. */
export function servedBy(request: FastifyRequest): ServedRoute | undefined {
  return (request.routeOptions.config as { served?: ServedRoute }).served;
}

function valueOf({ in: place, name }: RouteParameter, request: FastifyRequest): unknown {
  const whole = place === 'body' ? request.body : place === 'query' ? request.query : request.params;
  return name === undefined ? whole : (whole as Record<string, unknown> | undefined)?.[name];
}
