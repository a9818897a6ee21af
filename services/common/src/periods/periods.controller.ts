import {
  FinancialYearDto,
  FinancialYears,
  Id,
  OpenFinancialYear,
  PeriodDto,
  ReopenFinancialYear,
} from '@dhanman/contracts';
import { type Actor, CurrentActor, Requires, Returns, versionIn } from '@dhanman/platform';
import { Body, Controller, Get, Headers, Param, Post } from '@nestjs/common';
import type { BooksYearId, PeriodId } from './period.js';
import { periodDto, PeriodsQueries } from './periods.queries.js';
import { PeriodsService } from './periods.service.js';
import { YearEndService } from './year-end.service.js';

@Controller('api/v1/companies/:companyId')
export class PeriodsController {
  constructor(
    private readonly periods: PeriodsService,
    private readonly yearEnd: YearEndService,
    private readonly queries: PeriodsQueries,
  ) {}

  @Get('financial-years')
  @Requires('dhanman.common.financial-year.read')
  @Returns(FinancialYears)
  list(@CurrentActor() actor: Actor): Promise<FinancialYears> {
    return this.queries.years(actor);
  }

  @Post('financial-years')
  @Requires('dhanman.common.financial-year.open')
  @Returns(FinancialYearDto, 201)
  async open(
    @Body({ schema: OpenFinancialYear }) { label }: OpenFinancialYear,
    @CurrentActor() actor: Actor,
  ): Promise<FinancialYearDto> {
    return this.queries.year(actor, await this.periods.openYear(actor, label));
  }

  @Post('financial-years/:yearId/close')
  @Requires('dhanman.common.financial-year.close')
  @Returns(FinancialYearDto)
  async close(
    @Param('yearId', { schema: Id }) id: BooksYearId,
    @Headers('if-match') ifMatch: string | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<FinancialYearDto> {
    return this.queries.year(actor, await this.yearEnd.close(actor, id, versionIn(ifMatch)));
  }

  @Post('financial-years/:yearId/reopen')
  @Requires('dhanman.common.financial-year.reopen')
  @Returns(FinancialYearDto)
  async reopen(
    @Param('yearId', { schema: Id }) id: BooksYearId,
    @Headers('if-match') ifMatch: string | undefined,
    @Body({ schema: ReopenFinancialYear }) { reason }: ReopenFinancialYear,
    @CurrentActor() actor: Actor,
  ): Promise<FinancialYearDto> {
    return this.queries.year(actor, await this.yearEnd.reopen(actor, id, versionIn(ifMatch), reason));
  }

  @Post('financial-years/:yearId/audit')
  @Requires('dhanman.common.financial-year.audit')
  @Returns(FinancialYearDto)
  async audit(
    @Param('yearId', { schema: Id }) id: BooksYearId,
    @Headers('if-match') ifMatch: string | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<FinancialYearDto> {
    return this.queries.year(actor, await this.yearEnd.audit(actor, id, versionIn(ifMatch)));
  }

  @Post('periods/:periodId/lock')
  @Requires('dhanman.common.period.lock')
  @Returns(PeriodDto)
  async lock(
    @Param('periodId', { schema: Id }) id: PeriodId,
    @Headers('if-match') ifMatch: string | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<PeriodDto> {
    return periodDto(await this.periods.lock(actor, id, versionIn(ifMatch)));
  }

  @Post('periods/:periodId/unlock')
  @Requires('dhanman.common.period.unlock')
  @Returns(PeriodDto)
  async unlock(
    @Param('periodId', { schema: Id }) id: PeriodId,
    @Headers('if-match') ifMatch: string | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<PeriodDto> {
    return periodDto(await this.periods.unlock(actor, id, versionIn(ifMatch)));
  }
}
