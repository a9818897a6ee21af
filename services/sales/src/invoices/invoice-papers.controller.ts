import { Id, PaperDto, ReadPaperPdf } from '@dhanman/contracts';
import { type Actor, CurrentActor, pdfFile, Requires, Returns } from '@dhanman/platform';
import { Controller, Get, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { Papers } from '../papers/papers.service.js';
import type { InvoiceId } from './invoice.js';
import { InvoicePapers } from './invoice-papers.service.js';

@Controller('api/v1/companies/:companyId/invoices/:id')
export class InvoicePapersController {
  constructor(
    private readonly invoices: InvoicePapers,
    private readonly papers: Papers,
  ) {}

  @Get('paper')
  @Requires('dhanman.sales.invoice.read')
  @Returns(PaperDto)
  async get(@Param('id', { schema: Id }) id: InvoiceId, @CurrentActor() actor: Actor): Promise<PaperDto> {
    return this.papers.shown(actor, await this.invoices.of(actor, id));
  }

  @Post('paper')
  @Requires('dhanman.sales.invoice.issue')
  @Returns(PaperDto)
  async ask(@Param('id', { schema: Id }) id: InvoiceId, @CurrentActor() actor: Actor): Promise<PaperDto> {
    await this.invoices.ask(actor, id);
    return this.papers.shown(actor, await this.invoices.of(actor, id));
  }

  @Get('pdf')
  @Requires('dhanman.sales.invoice.read')
  @Returns(PaperDto)
  async pdf(
    @Param('id', { schema: Id }) id: InvoiceId,
    @Query({ schema: ReadPaperPdf }) { language }: ReadPaperPdf,
    @CurrentActor() actor: Actor,
  ): Promise<StreamableFile> {
    return pdfFile(await this.papers.pdf(await this.invoices.of(actor, id), language));
  }
}
