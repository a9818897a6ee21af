import {
  CreateManualJournal,
  Id,
  ListManualJournals,
  ManualJournalDto,
  ManualJournalPage,
  ReplaceManualJournal,
  ReturnManualJournal,
} from '@dhanman/contracts';
import { type Actor, CurrentActor, Requires, Returns, StandIns, versionIn } from '@dhanman/platform';
import { Body, Controller, Get, Headers, Param, Post, Put, Query } from '@nestjs/common';
import type { ManualJournal, ManualJournalId } from './manual-journal.js';
import { ManualJournalsQueries } from './manual-journals.queries.js';
import { ManualJournalsService } from './manual-journals.service.js';

/** Who may approve may also send back: both decide about the work of others. */
@Controller('api/v1/companies/:companyId/manual-journals')
export class ManualJournalsController {
  constructor(
    private readonly journals: ManualJournalsService,
    private readonly queries: ManualJournalsQueries,
  ) {}

  @Get()
  @Requires('dhanman.common.journal.read')
  @Returns(ManualJournalPage)
  list(
    @Query({ schema: ListManualJournals }) query: ListManualJournals,
    @CurrentActor() actor: Actor,
  ): Promise<ManualJournalPage> {
    return this.queries.list(actor, query);
  }

  @Post()
  @Requires('dhanman.common.journal.create')
  @Returns(ManualJournalDto, 201)
  create(
    @Body({ schema: CreateManualJournal }) written: CreateManualJournal,
    @CurrentActor() actor: Actor,
  ): Promise<ManualJournalDto> {
    return this.shown(actor, this.journals.create(actor, written));
  }

  @Get(':id')
  @Requires('dhanman.common.journal.read')
  @Returns(ManualJournalDto)
  get(
    @Param('id', { schema: Id }) id: ManualJournalId,
    @CurrentActor() actor: Actor,
  ): Promise<ManualJournalDto> {
    return this.queries.get(actor, id);
  }

  @Put(':id')
  @Requires('dhanman.common.journal.update')
  @Returns(ManualJournalDto)
  replace(
    @Param('id', { schema: Id }) id: ManualJournalId,
    @Headers('if-match') ifMatch: string | undefined,
    @Body({ schema: ReplaceManualJournal }) written: ReplaceManualJournal,
    @CurrentActor() actor: Actor,
  ): Promise<ManualJournalDto> {
    return this.shown(actor, this.journals.replace(actor, id, versionIn(ifMatch), written));
  }

  @Post(':id/submit')
  @Requires('dhanman.common.journal.submit')
  @StandIns('refused')
  @Returns(ManualJournalDto)
  submit(
    @Param('id', { schema: Id }) id: ManualJournalId,
    @Headers('if-match') ifMatch: string | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<ManualJournalDto> {
    return this.shown(actor, this.journals.submit(actor, id, versionIn(ifMatch)));
  }

  @Post(':id/withdraw')
  @Requires('dhanman.common.journal.submit')
  @StandIns('refused')
  @Returns(ManualJournalDto)
  withdraw(
    @Param('id', { schema: Id }) id: ManualJournalId,
    @Headers('if-match') ifMatch: string | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<ManualJournalDto> {
    return this.shown(actor, this.journals.withdraw(actor, id, versionIn(ifMatch)));
  }

  @Post(':id/approve')
  @Requires('dhanman.common.journal.approve')
  @StandIns('refused')
  @Returns(ManualJournalDto)
  approve(
    @Param('id', { schema: Id }) id: ManualJournalId,
    @Headers('if-match') ifMatch: string | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<ManualJournalDto> {
    return this.shown(actor, this.journals.approve(actor, id, versionIn(ifMatch)));
  }

  @Post(':id/return')
  @Requires('dhanman.common.journal.approve')
  @StandIns('refused')
  @Returns(ManualJournalDto)
  return(
    @Param('id', { schema: Id }) id: ManualJournalId,
    @Headers('if-match') ifMatch: string | undefined,
    @Body({ schema: ReturnManualJournal }) { reason }: ReturnManualJournal,
    @CurrentActor() actor: Actor,
  ): Promise<ManualJournalDto> {
    return this.shown(actor, this.journals.return(actor, id, versionIn(ifMatch), reason));
  }

  @Post(':id/discard')
  @Requires('dhanman.common.journal.update')
  @Returns(ManualJournalDto)
  discard(
    @Param('id', { schema: Id }) id: ManualJournalId,
    @Headers('if-match') ifMatch: string | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<ManualJournalDto> {
    return this.shown(actor, this.journals.discard(actor, id, versionIn(ifMatch)));
  }

  private async shown(actor: Actor, changed: Promise<ManualJournal>): Promise<ManualJournalDto> {
    return this.queries.get(actor, (await changed).id);
  }
}
