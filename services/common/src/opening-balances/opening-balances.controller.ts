import { EnterOpeningBalances, OpeningBalances } from '@dhanman/contracts';
import { type Actor, CurrentActor, Requires, Returns, StandIns } from '@dhanman/platform';
import { Body, Controller, Get, Post } from '@nestjs/common';
import { OpeningBalancesQueries } from './opening-balances.queries.js';
import { OpeningBalancesService } from './opening-balances.service.js';

@Controller('api/v1/companies/:companyId/opening-balances')
export class OpeningBalancesController {
  constructor(
    private readonly balances: OpeningBalancesService,
    private readonly queries: OpeningBalancesQueries,
  ) {}

  @Get()
  @Requires('dhanman.common.opening-balance.read')
  @Returns(OpeningBalances)
  get(@CurrentActor() actor: Actor): Promise<OpeningBalances> {
    return this.queries.get(actor);
  }

  @Post()
  @Requires('dhanman.common.opening-balance.enter')
  @StandIns('refused')
  @Returns(OpeningBalances, 201)
  async enter(
    @Body({ schema: EnterOpeningBalances }) entered: EnterOpeningBalances,
    @CurrentActor() actor: Actor,
  ): Promise<OpeningBalances> {
    await this.balances.enter(actor, entered);
    return this.queries.get(actor);
  }
}
