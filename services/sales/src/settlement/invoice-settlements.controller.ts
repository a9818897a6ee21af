import { Id, InvoiceSettlements } from '@dhanman/contracts';
import type { Id as IdOf } from '@dhanman/kernel';
import { type Actor, CurrentActor, Requires, Returns } from '@dhanman/platform';
import { Controller, Get, Param } from '@nestjs/common';
import { InvoiceSettlementsQueries } from './invoice-settlements.queries.js';

@Controller('api/v1/companies/:companyId/invoices')
export class InvoiceSettlementsController {
  constructor(private readonly queries: InvoiceSettlementsQueries) {}

  @Get(':id/settlements')
  @Requires('dhanman.sales.receipt.read')
  @Returns(InvoiceSettlements)
  list(
    @Param('id', { schema: Id }) id: IdOf<'Invoice'>,
    @CurrentActor() actor: Actor,
  ): Promise<InvoiceSettlements> {
    return this.queries.of(actor, id);
  }
}
