import { ImportManualJournals, JournalImport } from '@dhanman/contracts';
import { type Actor, CurrentActor, Idempotency, Requires, Returns } from '@dhanman/platform';
import { Body, Controller, Post } from '@nestjs/common';
import { JournalImportsService } from './journal-imports.service.js';

@Controller('api/v1/companies/:companyId/manual-journal-imports')
export class JournalImportsController {
  constructor(private readonly imports: JournalImportsService) {}

  @Post()
  @Requires('dhanman.common.journal.create')
  @Returns(JournalImport, 201)
  import(
    @Body({ schema: ImportManualJournals }) { text }: ImportManualJournals,
    @CurrentActor() actor: Actor,
  ): Promise<JournalImport> {
    return this.imports.import(actor, text);
  }

  @Post('preview')
  @Requires('dhanman.common.journal.create')
  @Idempotency({ off: 'it changes nothing, and the books may have changed since the last one' })
  @Returns(JournalImport)
  preview(
    @Body({ schema: ImportManualJournals }) { text }: ImportManualJournals,
    @CurrentActor() actor: Actor,
  ): Promise<JournalImport> {
    return this.imports.preview(actor, text);
  }
}
