import { DailyRunDto, DailyRunPage, Id, ListDailyRuns } from '@dhanman/contracts';
import { type Actor, CurrentActor, Requires, Returns } from '@dhanman/platform';
import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { DailyRunId } from './daily-run.js';
import { DailyRunsQueries, toDto } from './daily-runs.queries.js';
import { DailyRunsService } from './daily-runs.service.js';
import type { DailyTaskId } from './daily-task.js';

@Controller('api/v1/daily-runs')
export class DailyRunsController {
  constructor(
    private readonly runs: DailyRunsService,
    private readonly queries: DailyRunsQueries,
  ) {}

  @Get()
  @Requires('dhanman.common.daily-run.read', { anywhere: true })
  @Returns(DailyRunPage)
  list(
    @Query({ schema: ListDailyRuns }) query: ListDailyRuns,
    @CurrentActor() actor: Actor,
  ): Promise<DailyRunPage> {
    return this.queries.list(actor, query);
  }

  @Get(':id')
  @Requires('dhanman.common.daily-run.read', { anywhere: true })
  @Returns(DailyRunDto)
  get(@Param('id', { schema: Id }) id: DailyRunId, @CurrentActor() actor: Actor): Promise<DailyRunDto> {
    return this.queries.get(actor, id);
  }

  @Post(':id/cancel')
  @Requires('dhanman.common.daily-run.cancel', { anywhere: true })
  @Returns(DailyRunDto)
  async cancel(
    @Param('id', { schema: Id }) id: DailyRunId,
    @CurrentActor() actor: Actor,
  ): Promise<DailyRunDto> {
    return toDto(await this.runs.cancel(actor, id));
  }

  @Post(':id/tasks/:taskId/retry')
  @Requires('dhanman.common.daily-run.retry', { anywhere: true })
  @Returns(DailyRunDto)
  async retry(
    @Param('id', { schema: Id }) id: DailyRunId,
    @Param('taskId', { schema: Id }) taskId: DailyTaskId,
    @CurrentActor() actor: Actor,
  ): Promise<DailyRunDto> {
    return toDto(await this.runs.retry(actor, id, taskId));
  }
}
