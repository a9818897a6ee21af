import type { Problem } from '@dhanman/contracts';
import { DomainError, type DomainErrorKind } from '@dhanman/kernel';
import { HttpException } from '@nestjs/common';
import { IdempotencyKeyWrong, RequestInFlight } from '../idempotency/errors.js';
import { VersionMissing } from './if-match.js';
import { RequestInvalid } from './validation.pipe.js';

export interface ProblemAnswer {
  readonly problem: Omit<Problem, 'traceId'>;
  readonly headers: Readonly<Record<string, string>>;
}

const statusOf: Readonly<Record<DomainErrorKind, number>> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  stale: 412,
  limited: 429,
  unavailable: 503,
};

const titles: Readonly<Record<number, string>> = {
  400: 'The request is not correct',
  401: 'Please sign in',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Not possible here',
  408: 'Too slow',
  409: 'Not possible now',
  412: 'Changed meanwhile',
  413: 'Too large',
  414: 'Too long',
  415: 'Format not understood',
  422: 'Not acceptable',
  428: 'Version missing',
  429: 'Too many requests',
  500: 'Something went wrong on our side',
  503: 'Not available at the moment',
};

/** What the framework itself refuses: the sentence for the person, the word for the program. */
const refusals: Readonly<Record<number, readonly [code: string, detail: string]>> = {
  400: ['malformed-request', 'The request cannot be read: is it valid JSON?'],
  404: ['route-not-found', 'There is nothing at this address.'],
  405: ['method-not-allowed', 'This address does not take this method.'],
  408: ['request-timeout', 'The request took too long to arrive.'],
  413: ['body-too-large', 'The request is larger than this address accepts.'],
  414: ['address-too-long', 'The address is too long.'],
  415: ['media-type-not-supported', 'Please send application/json.'],
  503: ['service-stopping', 'The service is being restarted. Please try again.'],
};

/** The one place that says what an error means over HTTP. Whatever it does not know is a bug and tells nothing. */
export function problemOf(error: unknown): ProblemAnswer {
  if (error instanceof DomainError) return domainProblem(error);
  const status = statusOfFramework(error);
  const [code, detail] = refusals[status] ?? ['request-refused', 'The request cannot be handled.'];
  if (status < 500 || status === 503)
    return { problem: problem(status, code, detail), headers: headersFor(status) };
  return {
    problem: problem(
      500,
      'internal-error',
      'An unexpected error happened. It is recorded; please name the trace id.',
    ),
    headers: {},
  };
}

function domainProblem(error: DomainError): ProblemAnswer {
  const status = domainStatus(error);
  const hasDetails = Object.keys(error.details).length > 0;
  return {
    problem: {
      ...problem(status, error.code, error.message),
      ...(error.complaints.length > 0 && { errors: [...error.complaints] }),
      ...(hasDetails && { details: { ...error.details } }),
    },
    headers: { ...headersFor(status), ...retryAfter(error) },
  };
}

/** How long to wait, from an error that knows it. */
function retryAfter(error: DomainError): Readonly<Record<string, string>> {
  if (error instanceof RequestInFlight) return { 'retry-after': '1' };
  const { retryAfterSeconds } = error.details;
  return typeof retryAfterSeconds === 'number' ? { 'retry-after': String(retryAfterSeconds) } : {};
}

function domainStatus(error: DomainError): number {
  if (error instanceof RequestInvalid || error instanceof IdempotencyKeyWrong) return 400;
  if (error instanceof VersionMissing) return 428;
  return statusOf[error.kind];
}

function problem(status: number, code: string, detail: string): Omit<Problem, 'traceId'> {
  return { type: `urn:dhanman:problem:${code}`, title: titles[status] ?? 'Error', status, code, detail };
}

function headersFor(status: number): Readonly<Record<string, string>> {
  if (status === 503 || status === 429) return { 'retry-after': '2' };
  if (status === 401) return { 'www-authenticate': 'Bearer' };
  return {};
}

/** Nest's own exceptions, and Fastify's, which are known by their code; any other error is ours: 500. */
function statusOfFramework(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const { code, statusCode, name } = (error ?? {}) as { code?: string; statusCode?: number; name?: string };
  const isFastify = code?.startsWith('FST_') === true || (name === 'SyntaxError' && statusCode === 400);
  return isFastify && statusCode !== undefined ? statusCode : 500;
}
