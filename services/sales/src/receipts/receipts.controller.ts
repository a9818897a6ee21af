import {
  ApplyAdvance,
  CorrectReceipt,
  CreateReceipt,
  Id,
  ListReceipts,
  ReceiptDto,
  ReceiptPage,
  ReleaseAllocations,
  UndoReceipt,
} from '@dhanman/contracts';
import { type Actor, CurrentActor, Requires, Returns } from '@dhanman/platform';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { ReceiptId } from './receipt.js';
import { ReceiptsQueries } from './receipts.queries.js';
import { ReceiptsService } from './receipts.service.js';

@Controller('api/v1/companies/:companyId/receipts')
export class ReceiptsController {
  constructor(
    private readonly receipts: ReceiptsService,
    private readonly queries: ReceiptsQueries,
  ) {}

  @Post()
  @Requires('dhanman.sales.receipt.create')
  @Returns(ReceiptDto, 201)
  async create(
    @Body({ schema: CreateReceipt }) details: CreateReceipt,
    @CurrentActor() actor: Actor,
  ): Promise<ReceiptDto> {
    return this.queries.get(actor, (await this.receipts.receive(actor, details)).id);
  }

  @Get()
  @Requires('dhanman.sales.receipt.read')
  @Returns(ReceiptPage)
  list(
    @Query({ schema: ListReceipts }) query: ListReceipts,
    @CurrentActor() actor: Actor,
  ): Promise<ReceiptPage> {
    return this.queries.list(actor, query);
  }

  @Get(':id')
  @Requires('dhanman.sales.receipt.read')
  @Returns(ReceiptDto)
  get(@Param('id', { schema: Id }) id: ReceiptId, @CurrentActor() actor: Actor): Promise<ReceiptDto> {
    return this.queries.get(actor, id);
  }

  @Post(':id/correct')
  @Requires('dhanman.sales.receipt.create')
  @Returns(ReceiptDto)
  async correct(
    @Param('id', { schema: Id }) id: ReceiptId,
    @Body({ schema: CorrectReceipt }) correction: CorrectReceipt,
    @CurrentActor() actor: Actor,
  ): Promise<ReceiptDto> {
    await this.receipts.correct(actor, id, correction);
    return this.queries.get(actor, id);
  }

  @Post(':id/apply')
  @Requires('dhanman.sales.receipt.allocate')
  @Returns(ReceiptDto)
  async apply(
    @Param('id', { schema: Id }) id: ReceiptId,
    @Body({ schema: ApplyAdvance }) applying: ApplyAdvance,
    @CurrentActor() actor: Actor,
  ): Promise<ReceiptDto> {
    await this.receipts.apply(actor, id, applying);
    return this.queries.get(actor, id);
  }

  @Post(':id/release')
  @Requires('dhanman.sales.receipt.allocate')
  @Returns(ReceiptDto)
  async release(
    @Param('id', { schema: Id }) id: ReceiptId,
    @Body({ schema: ReleaseAllocations }) releasing: ReleaseAllocations,
    @CurrentActor() actor: Actor,
  ): Promise<ReceiptDto> {
    await this.receipts.release(actor, id, releasing);
    return this.queries.get(actor, id);
  }

  @Post(':id/undo')
  @Requires('dhanman.sales.receipt.undo')
  @Returns(ReceiptDto)
  async undo(
    @Param('id', { schema: Id }) id: ReceiptId,
    @Body({ schema: UndoReceipt }) undoing: UndoReceipt,
    @CurrentActor() actor: Actor,
  ): Promise<ReceiptDto> {
    await this.receipts.undo(actor, id, undoing);
    return this.queries.get(actor, id);
  }
}
