import { ReadSalesRegister, ReportDto } from '@dhanman/contracts';
import {
  type Actor,
  CurrentActor,
  type ReportAnswer,
  ReportFiles,
  Requires,
  Returns,
} from '@dhanman/platform';
import { Controller, Get, Headers, Query } from '@nestjs/common';
import { TaxReportsQueries } from './tax-reports.queries.js';

@Controller('api/v1/companies/:companyId/reports')
export class TaxReportsController {
  constructor(
    private readonly taxes: TaxReportsQueries,
    private readonly files: ReportFiles,
  ) {}

  /** What was sold and credited, document by document, with its taxes. */
  @Get('sales-register')
  @Requires('dhanman.sales.report.read')
  @Returns(ReportDto)
  register(
    @Query({ schema: ReadSalesRegister }) asked: ReadSalesRegister,
    @Headers('accept') accept: string | undefined,
    @CurrentActor() actor: Actor,
  ): ReportAnswer {
    return this.files.answer(asked, accept, (all) => this.taxes.register(actor, all));
  }
}
