import { EmptySheet, ImportManualJournals, JournalImport } from '@dhanman/contracts';
import { type Actor, CurrentActor, Idempotency, Requires, Returns, sheetWorkbook } from '@dhanman/platform';
import { Body, Controller, Get, Post, type StreamableFile } from '@nestjs/common';
import { JournalImportsService } from './journal-imports.service.js';
import { journalColumns } from './journal-sheet.js';

@Controller('api/v1/companies/:companyId/manual-journal-imports')
export class JournalImportsController {
  constructor(private readonly imports: JournalImportsService) {}

  @Get('template')
  @Requires('dhanman.common.journal.create')
  @Returns(EmptySheet)
  template(): StreamableFile {
    return sheetWorkbook('journals', [journalColumns]);
  }

  @Post()
  @Requires('dhanman.common.journal.create')
  @Returns(JournalImport, 201)
  import(
    @Body({ schema: ImportManualJournals }) sheet: ImportManualJournals,
    @CurrentActor() actor: Actor,
  ): Promise<JournalImport> {
    return this.imports.import(actor, sheet);
  }

  @Post('preview')
  @Requires('dhanman.common.journal.create')
  @Idempotency({ off: 'it changes nothing, and the books may have changed since the last one' })
  @Returns(JournalImport)
  preview(
    @Body({ schema: ImportManualJournals }) sheet: ImportManualJournals,
    @CurrentActor() actor: Actor,
  ): Promise<JournalImport> {
    return this.imports.preview(actor, sheet);
  }
}
