import { FailedJobPage, Id as IdSchema, ListFailedJobs, type ServiceName } from '@dhanman/contracts';
import type { Id } from '@dhanman/kernel';
import { type Actor, CurrentActor, Database, Requires, Returns } from '@dhanman/platform';
import { Controller, Get, Param, Post, Query, type Type } from '@nestjs/common';
import { listFailedJobs, retryFailedJob } from './failed-jobs.js';

/** The same routes in every service, each under the permissions of its own. */
export function failedJobsController(service: ServiceName): Type {
  @Controller('api/v1/failed-jobs')
  class FailedJobsController {
    constructor(private readonly db: Database) {}

    @Get()
    @Requires(`dhanman.${service}.failed-job.read`)
    @Returns(FailedJobPage)
    list(
      @Query({ schema: ListFailedJobs }) query: ListFailedJobs,
      @CurrentActor() actor: Actor,
    ): Promise<FailedJobPage> {
      return this.db.read(actor, (tx) => listFailedJobs(tx, actor.organizationId, query));
    }

    @Post(':id/retry')
    @Requires(`dhanman.${service}.failed-job.retry`)
    @Returns(null)
    retry(@Param('id', { schema: IdSchema }) id: Id, @CurrentActor() actor: Actor): Promise<void> {
      const request = { id, by: actor.userId };
      return this.db.transaction(actor, (tx) => retryFailedJob(tx, actor.organizationId, request));
    }
  }
  return FailedJobsController;
}
