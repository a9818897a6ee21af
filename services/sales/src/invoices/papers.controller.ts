import { Readable } from 'node:stream';
import { Id, InvoicePaperDto, ReadInvoicePdf } from '@dhanman/contracts';
import { type Actor, CurrentActor, Requires, Returns } from '@dhanman/platform';
import { Controller, Get, Param, Post, Query, StreamableFile } from '@nestjs/common';
import type { InvoiceId } from './invoice.js';
import { PapersQueries } from './papers.queries.js';
import { PapersService } from './papers.service.js';

@Controller('api/v1/companies/:companyId/invoices/:id')
export class PapersController {
  constructor(
    private readonly papers: PapersService,
    private readonly queries: PapersQueries,
  ) {}

  @Get('paper')
  @Requires('dhanman.sales.invoice.read')
  @Returns(InvoicePaperDto)
  get(@Param('id', { schema: Id }) id: InvoiceId, @CurrentActor() actor: Actor): Promise<InvoicePaperDto> {
    return this.queries.get(actor, id);
  }

  @Post('paper')
  @Requires('dhanman.sales.invoice.issue')
  @Returns(InvoicePaperDto)
  async ask(
    @Param('id', { schema: Id }) id: InvoiceId,
    @CurrentActor() actor: Actor,
  ): Promise<InvoicePaperDto> {
    await this.papers.ask(actor, id);
    return this.queries.get(actor, id);
  }

  @Get('pdf')
  @Requires('dhanman.sales.invoice.read')
  @Returns(InvoicePaperDto)
  async pdf(
    @Param('id', { schema: Id }) id: InvoiceId,
    @Query({ schema: ReadInvoicePdf }) { language }: ReadInvoicePdf,
    @CurrentActor() actor: Actor,
  ): Promise<StreamableFile> {
    const { name, content } = await this.queries.pdf(actor, id, language);
    const disposition = `attachment; filename="${name}"`;
    return new StreamableFile(Readable.from([content], { objectMode: false }), {
      ...{ type: 'application/pdf', disposition, length: content.length },
    });
  }
}
