import type { Problem } from '@dhanman/contracts';
import { DomainError } from '@dhanman/kernel';
import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from '../observability/logger.js';
import { currentTraceId } from '../observability/trace.js';
import { everyComplaint } from './answer.js';
import { problemOf } from './problems.js';
import { RequestInvalid } from './validation.pipe.js';

/** Every error leaves the service here, in one shape; what is not the caller's doing is recorded. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const whole = error instanceof RequestInvalid ? everyComplaint(request, error) : error;
    answerProblem(whole, request, http.getResponse<FastifyReply>(), this.logger);
  }
}

const problemType = 'application/problem+json';

/** Also where no hook has run yet, as for an address that cannot be decoded. */
const always = {
  'content-type': problemType,
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
};

export function answerProblem(
  error: unknown,
  request: Pick<FastifyRequest, 'id'>,
  reply: FastifyReply,
  logger: Logger,
): void {
  const { problem, headers } = problemOf(error);
  if (problem.status === 500) logger.error('request failed', { error });
  if (problem.status === 503) logger.warn('request refused', { code: problem.code, ...causeOf(error) });
  if (reply.sent) return;
  const body: Problem = { ...problem, traceId: currentTraceId() ?? request.id };
  void reply
    .code(problem.status)
    .headers({ ...headers, ...always })
    .send(body);
}

/** A refusal that we chose ourselves has nothing to explain; and a crowd of them would cost a stack each. */
function causeOf(error: unknown): { readonly error?: unknown } {
  return error instanceof DomainError && error.cause === undefined ? {} : { error };
}

export function isProblem(reply: FastifyReply): boolean {
  return String(reply.getHeader('content-type')).startsWith(problemType);
}
