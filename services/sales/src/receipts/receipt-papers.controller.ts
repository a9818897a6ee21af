import { Id, PaperDto, ReadPaperPdf } from '@dhanman/contracts';
import { type Actor, CurrentActor, pdfFile, Requires, Returns } from '@dhanman/platform';
import { Controller, Get, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { Papers } from '../papers/papers.service.js';
import type { ReceiptId } from './receipt.js';
import { ReceiptPapers } from './receipt-papers.service.js';

@Controller('api/v1/companies/:companyId/receipts/:id')
export class ReceiptPapersController {
  constructor(
    private readonly receipts: ReceiptPapers,
    private readonly papers: Papers,
  ) {}

  @Get('paper')
  @Requires('dhanman.sales.receipt.read')
  @Returns(PaperDto)
  async get(@Param('id', { schema: Id }) id: ReceiptId, @CurrentActor() actor: Actor): Promise<PaperDto> {
    return this.papers.shown(actor, await this.receipts.of(actor, id));
  }

  @Post('paper')
  @Requires('dhanman.sales.receipt.create')
  @Returns(PaperDto)
  async ask(@Param('id', { schema: Id }) id: ReceiptId, @CurrentActor() actor: Actor): Promise<PaperDto> {
    await this.receipts.ask(actor, id);
    return this.papers.shown(actor, await this.receipts.of(actor, id));
  }

  @Get('pdf')
  @Requires('dhanman.sales.receipt.read')
  @Returns(PaperDto)
  async pdf(
    @Param('id', { schema: Id }) id: ReceiptId,
    @Query({ schema: ReadPaperPdf }) { language }: ReadPaperPdf,
    @CurrentActor() actor: Actor,
  ): Promise<StreamableFile> {
    return pdfFile(await this.papers.pdf(await this.receipts.of(actor, id), language));
  }
}
