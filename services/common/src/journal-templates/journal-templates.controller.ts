import {
  CreateJournalTemplate,
  Id,
  JournalTemplateDto,
  JournalTemplates,
  ReplaceJournalTemplate,
} from '@dhanman/contracts';
import { type Actor, CurrentActor, Requires, Returns, StandIns, versionIn } from '@dhanman/platform';
import { Body, Controller, Get, Headers, Param, Post, Put } from '@nestjs/common';
import type { JournalTemplate, JournalTemplateId } from './journal-template.js';
import { JournalTemplatesQueries } from './journal-templates.queries.js';
import { JournalTemplatesService } from './journal-templates.service.js';

/** Who may write journals writes templates; who may approve journals approves that one recurs. */
@Controller('api/v1/companies/:companyId/journal-templates')
export class JournalTemplatesController {
  constructor(
    private readonly templates: JournalTemplatesService,
    private readonly queries: JournalTemplatesQueries,
  ) {}

  @Get()
  @Requires('dhanman.common.journal.read')
  @Returns(JournalTemplates)
  list(@CurrentActor() actor: Actor): Promise<JournalTemplates> {
    return this.queries.list(actor);
  }

  @Post()
  @Requires('dhanman.common.journal.create')
  @Returns(JournalTemplateDto, 201)
  create(
    @Body({ schema: CreateJournalTemplate }) written: CreateJournalTemplate,
    @CurrentActor() actor: Actor,
  ): Promise<JournalTemplateDto> {
    return this.shown(actor, this.templates.create(actor, written));
  }

  @Get(':id')
  @Requires('dhanman.common.journal.read')
  @Returns(JournalTemplateDto)
  get(
    @Param('id', { schema: Id }) id: JournalTemplateId,
    @CurrentActor() actor: Actor,
  ): Promise<JournalTemplateDto> {
    return this.queries.get(actor, id);
  }

  @Put(':id')
  @Requires('dhanman.common.journal.update')
  @Returns(JournalTemplateDto)
  replace(
    @Param('id', { schema: Id }) id: JournalTemplateId,
    @Headers('if-match') ifMatch: string | undefined,
    @Body({ schema: ReplaceJournalTemplate }) written: ReplaceJournalTemplate,
    @CurrentActor() actor: Actor,
  ): Promise<JournalTemplateDto> {
    return this.shown(actor, this.templates.replace(actor, id, versionIn(ifMatch), written));
  }

  @Post(':id/approve')
  @Requires('dhanman.common.journal.approve')
  @StandIns('refused')
  @Returns(JournalTemplateDto)
  approve(
    @Param('id', { schema: Id }) id: JournalTemplateId,
    @Headers('if-match') ifMatch: string | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<JournalTemplateDto> {
    return this.shown(actor, this.templates.approve(actor, id, versionIn(ifMatch)));
  }

  @Post(':id/pause')
  @Requires('dhanman.common.journal.update')
  @StandIns('refused')
  @Returns(JournalTemplateDto)
  pause(
    @Param('id', { schema: Id }) id: JournalTemplateId,
    @Headers('if-match') ifMatch: string | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<JournalTemplateDto> {
    return this.shown(actor, this.templates.pause(actor, id, versionIn(ifMatch)));
  }

  @Post(':id/resume')
  @Requires('dhanman.common.journal.approve')
  @StandIns('refused')
  @Returns(JournalTemplateDto)
  resume(
    @Param('id', { schema: Id }) id: JournalTemplateId,
    @Headers('if-match') ifMatch: string | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<JournalTemplateDto> {
    return this.shown(actor, this.templates.resume(actor, id, versionIn(ifMatch)));
  }

  @Post(':id/discard')
  @Requires('dhanman.common.journal.update')
  @Returns(JournalTemplateDto)
  discard(
    @Param('id', { schema: Id }) id: JournalTemplateId,
    @Headers('if-match') ifMatch: string | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<JournalTemplateDto> {
    return this.shown(actor, this.templates.discard(actor, id, versionIn(ifMatch)));
  }

  private async shown(actor: Actor, changed: Promise<JournalTemplate>): Promise<JournalTemplateDto> {
    return this.queries.get(actor, (await changed).id);
  }
}
