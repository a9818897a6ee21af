import { CorrelationId, type ServiceName, Trace } from '@dhanman/contracts';
import { type Actor, CurrentActor, Database, Requires, Returns } from '@dhanman/platform';
import { Controller, Get, Param, type Type } from '@nestjs/common';
import { journeyOf } from './journey.js';

/** The same routes in every service, each under the permissions of its own. */
export function tracesController(service: ServiceName): Type {
  @Controller('api/v1/traces')
  class TracesController {
    constructor(private readonly db: Database) {}

    @Get(':correlationId')
    @Requires(`dhanman.${service}.trace.read`)
    @Returns(Trace)
    async get(
      @Param('correlationId', { schema: CorrelationId }) correlationId: string,
      @CurrentActor() actor: Actor,
    ): Promise<Trace> {
      const steps = await this.db.read(actor, (tx) => journeyOf(tx, actor.organizationId, correlationId));
      return { correlationId, service, steps: [...steps] };
    }
  }
  return TracesController;
}
