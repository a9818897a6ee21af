import { CreditableDto, Id } from '@dhanman/contracts';
import type { Id as IdOf } from '@dhanman/kernel';
import { type Actor, CurrentActor, Requires, Returns } from '@dhanman/platform';
import { Controller, Get, Param } from '@nestjs/common';
import { CreditNotesQueries } from './credit-notes.queries.js';

@Controller('api/v1/companies/:companyId/invoices')
export class CreditableController {
  constructor(private readonly queries: CreditNotesQueries) {}

  @Get(':id/creditable')
  @Requires('dhanman.sales.credit-note.read')
  @Returns(CreditableDto)
  get(
    @Param('id', { schema: Id }) id: IdOf<'Invoice'>,
    @CurrentActor() actor: Actor,
  ): Promise<CreditableDto> {
    return this.queries.creditable(actor, id);
  }
}
