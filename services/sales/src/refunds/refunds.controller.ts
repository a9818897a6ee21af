import {
  CorrectRefund,
  CreateRefund,
  Id,
  ListRefunds,
  RefundDto,
  RefundPage,
  UndoRefund,
} from '@dhanman/contracts';
import { type Actor, CurrentActor, Requires, Returns } from '@dhanman/platform';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { RefundId } from './refund.js';
import { RefundsQueries } from './refunds.queries.js';
import { RefundsService } from './refunds.service.js';

@Controller('api/v1/companies/:companyId/refunds')
export class RefundsController {
  constructor(
    private readonly refunds: RefundsService,
    private readonly queries: RefundsQueries,
  ) {}

  @Post()
  @Requires('dhanman.sales.refund.create')
  @Returns(RefundDto, 201)
  async create(
    @Body({ schema: CreateRefund }) details: CreateRefund,
    @CurrentActor() actor: Actor,
  ): Promise<RefundDto> {
    return this.queries.get(actor, (await this.refunds.pay(actor, details)).id);
  }

  @Get()
  @Requires('dhanman.sales.refund.read')
  @Returns(RefundPage)
  list(
    @Query({ schema: ListRefunds }) query: ListRefunds,
    @CurrentActor() actor: Actor,
  ): Promise<RefundPage> {
    return this.queries.list(actor, query);
  }

  @Get(':id')
  @Requires('dhanman.sales.refund.read')
  @Returns(RefundDto)
  get(@Param('id', { schema: Id }) id: RefundId, @CurrentActor() actor: Actor): Promise<RefundDto> {
    return this.queries.get(actor, id);
  }

  @Post(':id/correct')
  @Requires('dhanman.sales.refund.create')
  @Returns(RefundDto)
  async correct(
    @Param('id', { schema: Id }) id: RefundId,
    @Body({ schema: CorrectRefund }) correction: CorrectRefund,
    @CurrentActor() actor: Actor,
  ): Promise<RefundDto> {
    await this.refunds.correct(actor, id, correction);
    return this.queries.get(actor, id);
  }

  @Post(':id/undo')
  @Requires('dhanman.sales.refund.undo')
  @Returns(RefundDto)
  async undo(
    @Param('id', { schema: Id }) id: RefundId,
    @Body({ schema: UndoRefund }) undoing: UndoRefund,
    @CurrentActor() actor: Actor,
  ): Promise<RefundDto> {
    await this.refunds.undo(actor, id, undoing);
    return this.queries.get(actor, id);
  }
}
