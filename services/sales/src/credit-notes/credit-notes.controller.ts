import {
  ApplyAdvance,
  CreateCreditNote,
  CreditNoteDto,
  CreditNotePage,
  Id,
  IssueCreditNote,
  ListCreditNotes,
  ReleaseAllocations,
  ReplaceCreditNote,
  UndoCreditNote,
} from '@dhanman/contracts';
import { PlainDate } from '@dhanman/kernel';
import { type Actor, CurrentActor, Requires, Returns, versionIn } from '@dhanman/platform';
import { Body, Controller, Get, Headers, Param, Post, Put, Query } from '@nestjs/common';
import type { CreditNoteId } from './credit-note.js';
import { CreditNotesQueries } from './credit-notes.queries.js';
import { CreditNotesService } from './credit-notes.service.js';

@Controller('api/v1/companies/:companyId/credit-notes')
export class CreditNotesController {
  constructor(
    private readonly notes: CreditNotesService,
    private readonly queries: CreditNotesQueries,
  ) {}

  @Post()
  @Requires('dhanman.sales.credit-note.create')
  @Returns(CreditNoteDto, 201)
  async create(
    @Body({ schema: CreateCreditNote }) details: CreateCreditNote,
    @CurrentActor() actor: Actor,
  ): Promise<CreditNoteDto> {
    return this.queries.get(actor, (await this.notes.create(actor, details)).id);
  }

  @Get()
  @Requires('dhanman.sales.credit-note.read')
  @Returns(CreditNotePage)
  list(
    @Query({ schema: ListCreditNotes }) query: ListCreditNotes,
    @CurrentActor() actor: Actor,
  ): Promise<CreditNotePage> {
    return this.queries.list(actor, query);
  }

  @Get(':id')
  @Requires('dhanman.sales.credit-note.read')
  @Returns(CreditNoteDto)
  get(@Param('id', { schema: Id }) id: CreditNoteId, @CurrentActor() actor: Actor): Promise<CreditNoteDto> {
    return this.queries.get(actor, id);
  }

  @Put(':id')
  @Requires('dhanman.sales.credit-note.update')
  @Returns(CreditNoteDto)
  async replace(
    @Param('id', { schema: Id }) id: CreditNoteId,
    @Headers('if-match') ifMatch: string | undefined,
    @Body({ schema: ReplaceCreditNote }) details: ReplaceCreditNote,
    @CurrentActor() actor: Actor,
  ): Promise<CreditNoteDto> {
    await this.notes.replace(actor, id, versionIn(ifMatch), details);
    return this.queries.get(actor, id);
  }

  @Post(':id/issue')
  @Requires('dhanman.sales.credit-note.issue')
  @Returns(CreditNoteDto)
  async issue(
    @Param('id', { schema: Id }) id: CreditNoteId,
    @Body({ schema: IssueCreditNote }) { on }: IssueCreditNote,
    @CurrentActor() actor: Actor,
  ): Promise<CreditNoteDto> {
    await this.notes.issue(actor, id, PlainDate.parse(on));
    return this.queries.get(actor, id);
  }

  @Post(':id/apply')
  @Requires('dhanman.sales.credit-note.allocate')
  @Returns(CreditNoteDto)
  async apply(
    @Param('id', { schema: Id }) id: CreditNoteId,
    @Body({ schema: ApplyAdvance }) applying: ApplyAdvance,
    @CurrentActor() actor: Actor,
  ): Promise<CreditNoteDto> {
    await this.notes.apply(actor, id, applying);
    return this.queries.get(actor, id);
  }

  @Post(':id/release')
  @Requires('dhanman.sales.credit-note.allocate')
  @Returns(CreditNoteDto)
  async release(
    @Param('id', { schema: Id }) id: CreditNoteId,
    @Body({ schema: ReleaseAllocations }) releasing: ReleaseAllocations,
    @CurrentActor() actor: Actor,
  ): Promise<CreditNoteDto> {
    await this.notes.release(actor, id, releasing);
    return this.queries.get(actor, id);
  }

  @Post(':id/undo')
  @Requires('dhanman.sales.credit-note.undo')
  @Returns(CreditNoteDto)
  async undo(
    @Param('id', { schema: Id }) id: CreditNoteId,
    @Body({ schema: UndoCreditNote }) undoing: UndoCreditNote,
    @CurrentActor() actor: Actor,
  ): Promise<CreditNoteDto> {
    await this.notes.undo(actor, id, undoing);
    return this.queries.get(actor, id);
  }
}
