import {
  BudgetDto,
  BudgetPlan,
  Budgets,
  CreateBudget,
  FillBudget,
  Id,
  ReplaceBudget,
  ReturnBudget,
} from '@dhanman/contracts';
import { type Actor, CurrentActor, Requires, Returns, StandIns, versionIn } from '@dhanman/platform';
import { Body, Controller, Get, Headers, Param, Post, Put } from '@nestjs/common';
import type { Budget, BudgetId } from './budget.js';
import { BudgetsQueries } from './budgets.queries.js';
import { BudgetsService } from './budgets.service.js';

@Controller('api/v1/companies/:companyId/budgets')
export class BudgetsController {
  constructor(
    private readonly budgets: BudgetsService,
    private readonly queries: BudgetsQueries,
  ) {}

  @Get()
  @Requires('dhanman.common.budget.read')
  @Returns(Budgets)
  list(@CurrentActor() actor: Actor): Promise<Budgets> {
    return this.queries.list(actor);
  }

  @Post()
  @Requires('dhanman.common.budget.create')
  @Returns(BudgetDto, 201)
  create(
    @Body({ schema: CreateBudget }) { financialYearId }: CreateBudget,
    @CurrentActor() actor: Actor,
  ): Promise<BudgetDto> {
    return this.shown(actor, this.budgets.begin(actor, financialYearId));
  }

  @Get(':id')
  @Requires('dhanman.common.budget.read')
  @Returns(BudgetDto)
  get(@Param('id', { schema: Id }) id: BudgetId, @CurrentActor() actor: Actor): Promise<BudgetDto> {
    return this.queries.get(actor, id);
  }

  @Get(':id/plan')
  @Requires('dhanman.common.budget.read')
  @Returns(BudgetPlan)
  plan(@Param('id', { schema: Id }) id: BudgetId, @CurrentActor() actor: Actor): Promise<BudgetPlan> {
    return this.queries.plan(actor, id);
  }

  @Put(':id')
  @Requires('dhanman.common.budget.update')
  @Returns(BudgetDto)
  replace(
    @Param('id', { schema: Id }) id: BudgetId,
    @Headers('if-match') ifMatch: string | undefined,
    @Body({ schema: ReplaceBudget }) { lines }: ReplaceBudget,
    @CurrentActor() actor: Actor,
  ): Promise<BudgetDto> {
    return this.shown(actor, this.budgets.replace(actor, id, versionIn(ifMatch), lines));
  }

  @Post(':id/fill')
  @Requires('dhanman.common.budget.update')
  @Returns(BudgetDto)
  fill(
    @Param('id', { schema: Id }) id: BudgetId,
    @Headers('if-match') ifMatch: string | undefined,
    @Body({ schema: FillBudget }) how: FillBudget,
    @CurrentActor() actor: Actor,
  ): Promise<BudgetDto> {
    return this.shown(actor, this.budgets.fill(actor, id, versionIn(ifMatch), how));
  }

  @Post(':id/submit')
  @Requires('dhanman.common.budget.submit')
  @StandIns('refused')
  @Returns(BudgetDto)
  submit(
    @Param('id', { schema: Id }) id: BudgetId,
    @Headers('if-match') ifMatch: string | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<BudgetDto> {
    return this.shown(actor, this.budgets.submit(actor, id, versionIn(ifMatch)));
  }

  @Post(':id/withdraw')
  @Requires('dhanman.common.budget.submit')
  @StandIns('refused')
  @Returns(BudgetDto)
  withdraw(
    @Param('id', { schema: Id }) id: BudgetId,
    @Headers('if-match') ifMatch: string | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<BudgetDto> {
    return this.shown(actor, this.budgets.withdraw(actor, id, versionIn(ifMatch)));
  }

  @Post(':id/approve')
  @Requires('dhanman.common.budget.approve')
  @StandIns('refused')
  @Returns(BudgetDto)
  approve(
    @Param('id', { schema: Id }) id: BudgetId,
    @Headers('if-match') ifMatch: string | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<BudgetDto> {
    return this.shown(actor, this.budgets.approve(actor, id, versionIn(ifMatch)));
  }

  @Post(':id/return')
  @Requires('dhanman.common.budget.approve')
  @StandIns('refused')
  @Returns(BudgetDto)
  return(
    @Param('id', { schema: Id }) id: BudgetId,
    @Headers('if-match') ifMatch: string | undefined,
    @Body({ schema: ReturnBudget }) { reason }: ReturnBudget,
    @CurrentActor() actor: Actor,
  ): Promise<BudgetDto> {
    return this.shown(actor, this.budgets.return(actor, id, versionIn(ifMatch), reason));
  }

  @Post(':id/discard')
  @Requires('dhanman.common.budget.update')
  @Returns(BudgetDto)
  discard(
    @Param('id', { schema: Id }) id: BudgetId,
    @Headers('if-match') ifMatch: string | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<BudgetDto> {
    return this.shown(actor, this.budgets.discard(actor, id, versionIn(ifMatch)));
  }

  private async shown(actor: Actor, changed: Promise<Budget>): Promise<BudgetDto> {
    return this.queries.get(actor, (await changed).id);
  }
}
