import { Id, PaperDto, ReadPaperPdf } from '@dhanman/contracts';
import { type Actor, CurrentActor, pdfFile, Requires, Returns } from '@dhanman/platform';
import { Controller, Get, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { Papers } from '../papers/papers.service.js';
import type { CreditNoteId } from './credit-note.js';
import { CreditNotePapers } from './credit-note-papers.service.js';

@Controller('api/v1/companies/:companyId/credit-notes/:id')
export class CreditNotePapersController {
  constructor(
    private readonly notes: CreditNotePapers,
    private readonly papers: Papers,
  ) {}

  @Get('paper')
  @Requires('dhanman.sales.credit-note.read')
  @Returns(PaperDto)
  async get(@Param('id', { schema: Id }) id: CreditNoteId, @CurrentActor() actor: Actor): Promise<PaperDto> {
    return this.papers.shown(actor, await this.notes.of(actor, id));
  }

  @Post('paper')
  @Requires('dhanman.sales.credit-note.issue')
  @Returns(PaperDto)
  async ask(@Param('id', { schema: Id }) id: CreditNoteId, @CurrentActor() actor: Actor): Promise<PaperDto> {
    await this.notes.ask(actor, id);
    return this.papers.shown(actor, await this.notes.of(actor, id));
  }

  @Get('pdf')
  @Requires('dhanman.sales.credit-note.read')
  @Returns(PaperDto)
  async pdf(
    @Param('id', { schema: Id }) id: CreditNoteId,
    @Query({ schema: ReadPaperPdf }) { language }: ReadPaperPdf,
    @CurrentActor() actor: Actor,
  ): Promise<StreamableFile> {
    return pdfFile(await this.papers.pdf(await this.notes.of(actor, id), language));
  }
}
