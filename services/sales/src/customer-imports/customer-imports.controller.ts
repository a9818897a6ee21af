import { CustomerImport, ImportCustomers } from '@dhanman/contracts';
import { type Actor, CurrentActor, Idempotency, Requires, Returns } from '@dhanman/platform';
import { Body, Controller, Post } from '@nestjs/common';
import { CustomerImportsService } from './customer-imports.service.js';

@Controller('api/v1/companies/:companyId/customer-imports')
export class CustomerImportsController {
  constructor(private readonly imports: CustomerImportsService) {}

  @Post()
  @Requires('dhanman.sales.customer.create')
  @Returns(CustomerImport, 201)
  import(
    @Body({ schema: ImportCustomers }) { text }: ImportCustomers,
    @CurrentActor() actor: Actor,
  ): Promise<CustomerImport> {
    return this.imports.import(actor, text);
  }

  @Post('preview')
  @Requires('dhanman.sales.customer.create')
  @Idempotency({ off: 'it changes nothing, and there may be more customers than at the last one' })
  @Returns(CustomerImport)
  preview(
    @Body({ schema: ImportCustomers }) { text }: ImportCustomers,
    @CurrentActor() actor: Actor,
  ): Promise<CustomerImport> {
    return this.imports.preview(actor, text);
  }
}
