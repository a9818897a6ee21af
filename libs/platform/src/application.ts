import 'reflect-metadata';
import { ModulesContainer, NestFactory, Reflector } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { traceOfReading } from './audit/audits-read.js';
import { AccessGuard } from './auth/access.guard.js';
import { Memberships } from './auth/memberships.js';
import { Sessions } from './auth/sessions.js';
import { Tokens } from './auth/tokens.js';
import { ProblemFilter } from './http/problem.filter.js';
import { serveReference } from './http/reference.js';
import { incompleteRoutes, routesOf } from './http/routes.js';
import { aroundRequests, httpAdapter } from './http/server.js';
import { StrictValidationPipe } from './http/validation.pipe.js';
import { accessLog } from './observability/access-log.js';
import { nestLogger } from './observability/nest-logger.js';
import { PlatformModule, type PlatformParts } from './platform.module.js';
import { AddressLimitGuard, CallerLimitGuard } from './rate-limits/rate-limits.guards.js';
import { Refusal } from './refusal.js';
import type { ServiceDefinition } from './service.js';

/** A route lacks what keeps it safe; the service does not start with it. */
export class RoutesIncomplete extends Refusal {
  override readonly name = 'RoutesIncomplete';

  constructor(complaints: readonly string[]) {
    super(`routes are incomplete: ${complaints.join('; ')}`);
  }
}

/** The Nest application of a service with everything that holds for all routes. Needs no server to be built. */
export async function createApplication(
  definition: ServiceDefinition,
  parts: PlatformParts,
): Promise<NestFastifyApplication> {
  const { logger } = parts;
  const adapter = httpAdapter(logger, parts.config.TRUSTED_PROXIES);
  const server = adapter.getInstance();
  aroundRequests(server, {
    afterwards: accessLog(logger, parts.metrics),
    beforeAnswer: traceOfReading(parts.database),
    isStopping: () => parts.health.isStopping,
  });
  const app = await NestFactory.create<NestFastifyApplication>(
    PlatformModule.with(definition.module, parts),
    adapter,
    { logger: nestLogger(logger), abortOnError: false, bodyParser: false },
  );
  const doors = [app.get(Tokens), app.get(Memberships), app.get(Sessions), parts.endedSessions] as const;
  const [reflector, limits] = [app.get(Reflector), parts.config.RATE_LIMITS];
  app.useGlobalGuards(
    new AddressLimitGuard(parts.limiter, limits, reflector),
    new AccessGuard(reflector, ...doors),
    new CallerLimitGuard(parts.limiter, limits),
  );
  app.useGlobalPipes(new StrictValidationPipe());
  app.useGlobalFilters(new ProblemFilter(logger));
  const complaints = incompleteRoutes(routesOf(app.get(ModulesContainer)));
  if (complaints.length > 0) throw new RoutesIncomplete(complaints);
  serveReference(app, definition);
  return app;
}
