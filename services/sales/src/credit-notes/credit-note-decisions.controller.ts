import { CreditNoteDto, Id, ReturnCreditNote } from '@dhanman/contracts';
import { type Actor, CurrentActor, Requires, Returns, StandIns, versionIn } from '@dhanman/platform';
import { Body, Controller, Headers, Param, Post } from '@nestjs/common';
import type { CreditNote, CreditNoteId } from './credit-note.js';
import { CreditNoteDecisions } from './credit-note-decisions.service.js';
import { CreditNotesQueries } from './credit-notes.queries.js';

/** Who may approve may also send back: both decide about the work of others. */
@Controller('api/v1/companies/:companyId/credit-notes/:id')
export class CreditNoteDecisionsController {
  constructor(
    private readonly decisions: CreditNoteDecisions,
    private readonly queries: CreditNotesQueries,
  ) {}

  @Post('submit')
  @Requires('dhanman.sales.credit-note.submit')
  @StandIns('refused')
  @Returns(CreditNoteDto)
  submit(
    @Param('id', { schema: Id }) id: CreditNoteId,
    @Headers('if-match') ifMatch: string | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<CreditNoteDto> {
    return this.shown(actor, this.decisions.submit(actor, id, versionIn(ifMatch)));
  }

  @Post('withdraw')
  @Requires('dhanman.sales.credit-note.submit')
  @StandIns('refused')
  @Returns(CreditNoteDto)
  withdraw(
    @Param('id', { schema: Id }) id: CreditNoteId,
    @Headers('if-match') ifMatch: string | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<CreditNoteDto> {
    return this.shown(actor, this.decisions.withdraw(actor, id, versionIn(ifMatch)));
  }

  @Post('approve')
  @Requires('dhanman.sales.credit-note.approve')
  @StandIns('refused')
  @Returns(CreditNoteDto)
  approve(
    @Param('id', { schema: Id }) id: CreditNoteId,
    @Headers('if-match') ifMatch: string | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<CreditNoteDto> {
    return this.shown(actor, this.decisions.approve(actor, id, versionIn(ifMatch)));
  }

  @Post('return')
  @Requires('dhanman.sales.credit-note.approve')
  @StandIns('refused')
  @Returns(CreditNoteDto)
  return(
    @Param('id', { schema: Id }) id: CreditNoteId,
    @Headers('if-match') ifMatch: string | undefined,
    @Body({ schema: ReturnCreditNote }) { reason }: ReturnCreditNote,
    @CurrentActor() actor: Actor,
  ): Promise<CreditNoteDto> {
    return this.shown(actor, this.decisions.return(actor, id, versionIn(ifMatch), reason));
  }

  @Post('discard')
  @Requires('dhanman.sales.credit-note.update')
  @Returns(CreditNoteDto)
  discard(
    @Param('id', { schema: Id }) id: CreditNoteId,
    @Headers('if-match') ifMatch: string | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<CreditNoteDto> {
    return this.shown(actor, this.decisions.discard(actor, id, versionIn(ifMatch)));
  }

  private async shown(actor: Actor, changed: Promise<CreditNote>): Promise<CreditNoteDto> {
    return this.queries.get(actor, (await changed).id);
  }
}
