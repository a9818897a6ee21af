import { Readable } from 'node:stream';
import {
  AttachFile,
  attachRequestLimitBytes,
  Id,
  JournalAttachmentDto,
  JournalAttachments,
} from '@dhanman/contracts';
import { type Actor, BodyUpTo, CurrentActor, Requires, Returns } from '@dhanman/platform';
import { Body, Controller, Delete, Get, Param, Post, StreamableFile } from '@nestjs/common';
import type { ManualJournalId } from '../manual-journals/manual-journal.js';
import type { JournalAttachmentId } from './journal-attachment.js';
import { JournalAttachmentsQueries } from './journal-attachments.queries.js';
import { JournalAttachmentsService } from './journal-attachments.service.js';

@Controller('api/v1/companies/:companyId/manual-journals/:journalId/attachments')
export class JournalAttachmentsController {
  constructor(
    private readonly attachments: JournalAttachmentsService,
    private readonly queries: JournalAttachmentsQueries,
  ) {}

  @Get()
  @Requires('dhanman.common.journal.read')
  @Returns(JournalAttachments)
  list(
    @Param('journalId', { schema: Id }) journalId: ManualJournalId,
    @CurrentActor() actor: Actor,
  ): Promise<JournalAttachments> {
    return this.queries.list(actor, journalId);
  }

  @Post()
  @Requires('dhanman.common.journal.update')
  @BodyUpTo(attachRequestLimitBytes)
  @Returns(JournalAttachmentDto, 201)
  async attach(
    @Param('journalId', { schema: Id }) journalId: ManualJournalId,
    @Body({ schema: AttachFile }) sent: AttachFile,
    @CurrentActor() actor: Actor,
  ): Promise<JournalAttachmentDto> {
    const { id } = await this.attachments.attach(actor, journalId, sent);
    return this.queries.get(actor, journalId, id);
  }

  @Get(':id/file')
  @Requires('dhanman.common.journal.read')
  @Returns(JournalAttachmentDto)
  async file(
    @Param('journalId', { schema: Id }) journalId: ManualJournalId,
    @Param('id', { schema: Id }) id: JournalAttachmentId,
    @CurrentActor() actor: Actor,
  ): Promise<StreamableFile> {
    const { name, type, content } = await this.queries.file(actor, journalId, id);
    // A header holds ASCII; whoever shows the list knows the whole name.
    const disposition = `attachment; filename="${name.replaceAll(/[^\w. ()-]/g, '-')}"`;
    return new StreamableFile(Readable.from([content], { objectMode: false }), {
      ...{ type, disposition, length: content.length },
    });
  }

  @Delete(':id')
  @Requires('dhanman.common.journal.update')
  @Returns(null)
  async remove(
    @Param('journalId', { schema: Id }) journalId: ManualJournalId,
    @Param('id', { schema: Id }) id: JournalAttachmentId,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    await this.attachments.remove(actor, journalId, id);
  }
}
