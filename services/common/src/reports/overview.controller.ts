import { OverviewDto, ReadOverview } from '@dhanman/contracts';
import { type Actor, CurrentActor, Requires, Returns } from '@dhanman/platform';
import { Controller, Get, Query } from '@nestjs/common';
import { OverviewQueries } from './overview.queries.js';

@Controller('api/v1/companies/:companyId/overview')
export class OverviewController {
  constructor(private readonly overview: OverviewQueries) {}

  /** How the company stands, month by month of the financial year. */
  @Get()
  @Requires('dhanman.common.report.read')
  @Returns(OverviewDto)
  read(
    @Query({ schema: ReadOverview }) asked: ReadOverview,
    @CurrentActor() actor: Actor,
  ): Promise<OverviewDto> {
    return this.overview.read(actor, asked);
  }
}
