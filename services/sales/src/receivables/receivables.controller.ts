import {
  Id,
  InvoiceFiguresDto,
  ReadAgeing,
  ReadCustomerLedger,
  ReadDues,
  ReadInvoiceFigures,
  ReportDto,
} from '@dhanman/contracts';
import {
  type Actor,
  CurrentActor,
  type ReportAnswer,
  ReportFiles,
  Requires,
  Returns,
} from '@dhanman/platform';
import { Controller, Get, Headers, Param, Query } from '@nestjs/common';
import type { CustomerId } from '../customers/customer.js';
import { InvoiceFiguresQueries } from './invoice-figures.queries.js';
import { ReceivablesQueries } from './receivables.queries.js';

@Controller('api/v1/companies/:companyId')
export class ReceivablesController {
  constructor(
    private readonly receivables: ReceivablesQueries,
    private readonly invoices: InvoiceFiguresQueries,
    private readonly files: ReportFiles,
  ) {}

  @Get('reports/receivables-ageing')
  @Requires('dhanman.sales.report.read')
  @Returns(ReportDto)
  ageing(
    @Query({ schema: ReadAgeing }) asked: ReadAgeing,
    @Headers('accept') accept: string | undefined,
    @CurrentActor() actor: Actor,
  ): ReportAnswer {
    return this.files.answer(asked, accept, (all) => this.receivables.ageing(actor, all));
  }

  @Get('reports/customer-dues')
  @Requires('dhanman.sales.report.read')
  @Returns(ReportDto)
  dues(
    @Query({ schema: ReadDues }) asked: ReadDues,
    @Headers('accept') accept: string | undefined,
    @CurrentActor() actor: Actor,
  ): ReportAnswer {
    return this.files.answer(asked, accept, (all) => this.receivables.dues(actor, all));
  }

  /** The statement of account that one sends to a customer. */
  @Get('customers/:customerId/ledger')
  @Requires('dhanman.sales.report.read')
  @Returns(ReportDto)
  ledger(
    @Param('customerId', { schema: Id }) customerId: CustomerId,
    @Query({ schema: ReadCustomerLedger }) asked: ReadCustomerLedger,
    @Headers('accept') accept: string | undefined,
    @CurrentActor() actor: Actor,
  ): ReportAnswer {
    return this.files.answer(asked, accept, (all) => this.receivables.ledger(actor, customerId, all));
  }

  @Get('reports/invoice-figures')
  @Requires('dhanman.sales.report.read')
  @Returns(InvoiceFiguresDto)
  figures(
    @Query({ schema: ReadInvoiceFigures }) asked: ReadInvoiceFigures,
    @CurrentActor() actor: Actor,
  ): Promise<InvoiceFiguresDto> {
    return this.invoices.read(actor, asked);
  }
}
