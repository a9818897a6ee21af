import { Id, InvoiceSettlements } from '@dhanman/contracts';
import type { Id as IdOf } from '@dhanman/kernel';
import { type Actor, CurrentActor, Requires, Returns } from '@dhanman/platform';
import { Controller, Get, Param } from '@nestjs/common';
import { ReceiptsQueries } from './receipts.queries.js';

@Controller('api/v1/companies/:companyId/invoices')
export class SettlementsController {
  constructor(private readonly queries: ReceiptsQueries) {}

  @Get(':id/settlements')
  @Requires('dhanman.sales.receipt.read')
  @Returns(InvoiceSettlements)
  list(
    @Param('id', { schema: Id }) id: IdOf<'Invoice'>,
    @CurrentActor() actor: Actor,
  ): Promise<InvoiceSettlements> {
    return this.queries.settlementsOf(actor, id);
  }
}
