import {
  AccountDto,
  ApplyChartTemplate,
  Chart,
  ChartTemplateApplied,
  CreateAccount,
  Id,
  MoveAccount,
  PatchAccount,
} from '@dhanman/contracts';
import { type Actor, CurrentActor, Requires, Returns, versionIn } from '@dhanman/platform';
import { Body, Controller, Get, Headers, Param, Patch, Post } from '@nestjs/common';
import type { AccountId } from './account.js';
import { ChartQueries, toDto } from './chart.queries.js';
import { ChartService } from './chart.service.js';

/** The chart is that of the organization: its companies share the accounts and keep their own balances. */
@Controller('api/v1/chart')
export class ChartController {
  constructor(
    private readonly service: ChartService,
    private readonly queries: ChartQueries,
  ) {}

  @Get()
  @Requires('dhanman.common.account.read', { anywhere: true })
  @Returns(Chart)
  get(@CurrentActor() actor: Actor): Promise<Chart> {
    return this.queries.chart(actor);
  }

  @Post('template')
  @Requires('dhanman.common.account.create')
  @Returns(ChartTemplateApplied)
  async applyTemplate(
    @Body({ schema: ApplyChartTemplate }) { kind }: ApplyChartTemplate,
    @CurrentActor() actor: Actor,
  ): Promise<ChartTemplateApplied> {
    return { added: await this.service.apply(actor, kind) };
  }

  @Post('accounts')
  @Requires('dhanman.common.account.create')
  @Returns(AccountDto, 201)
  async create(
    @Body({ schema: CreateAccount }) details: CreateAccount,
    @CurrentActor() actor: Actor,
  ): Promise<AccountDto> {
    return toDto(await this.service.create(actor, details));
  }

  @Patch('accounts/:id')
  @Requires('dhanman.common.account.update')
  @Returns(AccountDto)
  async patch(
    @Param('id', { schema: Id }) id: AccountId,
    @Headers('if-match') ifMatch: string | undefined,
    @Body({ schema: PatchAccount }) patch: PatchAccount,
    @CurrentActor() actor: Actor,
  ): Promise<AccountDto> {
    return toDto(await this.service.patch(actor, id, versionIn(ifMatch), patch));
  }

  @Post('accounts/:id/move')
  @Requires('dhanman.common.account.update')
  @Returns(AccountDto)
  async move(
    @Param('id', { schema: Id }) id: AccountId,
    @Headers('if-match') ifMatch: string | undefined,
    @Body({ schema: MoveAccount }) move: MoveAccount,
    @CurrentActor() actor: Actor,
  ): Promise<AccountDto> {
    return toDto(await this.service.move(actor, id, versionIn(ifMatch), move));
  }
}
