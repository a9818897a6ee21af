import { CustomerCredit, Id } from '@dhanman/contracts';
import { type Actor, CurrentActor, Requires, Returns } from '@dhanman/platform';
import { Controller, Get, Param } from '@nestjs/common';
import type { CustomerId } from '../customers/customer.js';
import { CreditLimitsQueries } from './credit-limits.queries.js';

/** For whoever writes an invoice: whether it will be refused, before it is issued. */
@Controller('api/v1/companies/:companyId/customers/:id/credit')
export class CreditLimitsController {
  constructor(private readonly queries: CreditLimitsQueries) {}

  @Get()
  @Requires('dhanman.sales.invoice.create')
  @Returns(CustomerCredit)
  get(@Param('id', { schema: Id }) id: CustomerId, @CurrentActor() actor: Actor): Promise<CustomerCredit> {
    return this.queries.of(actor, id);
  }
}
