import { CustomerImport, EmptySheet, ImportCustomers } from '@dhanman/contracts';
import { type Actor, CurrentActor, Idempotency, Requires, Returns, sheetWorkbook } from '@dhanman/platform';
import { Body, Controller, Get, Post, type StreamableFile } from '@nestjs/common';
import { customerColumns } from './customer-sheet.js';
import { CustomerImportsService } from './customer-imports.service.js';

@Controller('api/v1/companies/:companyId/customer-imports')
export class CustomerImportsController {
  constructor(private readonly imports: CustomerImportsService) {}

  @Get('template')
  @Requires('dhanman.sales.customer.create')
  @Returns(EmptySheet)
  template(): StreamableFile {
    return sheetWorkbook('customers', [customerColumns]);
  }

  @Post()
  @Requires('dhanman.sales.customer.create')
  @Returns(CustomerImport, 201)
  import(
    @Body({ schema: ImportCustomers }) sheet: ImportCustomers,
    @CurrentActor() actor: Actor,
  ): Promise<CustomerImport> {
    return this.imports.import(actor, sheet);
  }

  @Post('preview')
  @Requires('dhanman.sales.customer.create')
  @Idempotency({ off: 'it changes nothing, and there may be more customers than at the last one' })
  @Returns(CustomerImport)
  preview(
    @Body({ schema: ImportCustomers }) sheet: ImportCustomers,
    @CurrentActor() actor: Actor,
  ): Promise<CustomerImport> {
    return this.imports.preview(actor, sheet);
  }
}
