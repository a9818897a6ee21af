import { ReadGstSection, ReadGstSummary, ReadSalesRegister, ReportDto } from '@dhanman/contracts';
import {
  type Actor,
  CurrentActor,
  type ReportAnswer,
  ReportFiles,
  Requires,
  Returns,
} from '@dhanman/platform';
import { Controller, Get, Headers, Query } from '@nestjs/common';
import { GstReturnQueries } from './gst-return.queries.js';
import { TaxReportsQueries } from './tax-reports.queries.js';

@Controller('api/v1/companies/:companyId/reports')
export class TaxReportsController {
  constructor(
    private readonly taxes: TaxReportsQueries,
    private readonly gst: GstReturnQueries,
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

  /** The sections of the return of outward supplies, with what they come to. */
  @Get('gst-summary')
  @Requires('dhanman.sales.report.read')
  @Returns(ReportDto)
  summary(
    @Query({ schema: ReadGstSummary }) asked: ReadGstSummary,
    @Headers('accept') accept: string | undefined,
    @CurrentActor() actor: Actor,
  ): ReportAnswer {
    return this.files.answer(asked, accept, (all) => this.gst.summary(actor, all));
  }

  /** The documents of one section. */
  @Get('gst-section')
  @Requires('dhanman.sales.report.read')
  @Returns(ReportDto)
  section(
    @Query({ schema: ReadGstSection }) asked: ReadGstSection,
    @Headers('accept') accept: string | undefined,
    @CurrentActor() actor: Actor,
  ): ReportAnswer {
    return this.files.answer(asked, accept, (all) => this.gst.section(actor, all));
  }

  /** Table 12 of the return: by HSN and SAC. */
  @Get('gst-hsn')
  @Requires('dhanman.sales.report.read')
  @Returns(ReportDto)
  hsn(
    @Query({ schema: ReadGstSummary }) asked: ReadGstSummary,
    @Headers('accept') accept: string | undefined,
    @CurrentActor() actor: Actor,
  ): ReportAnswer {
    return this.files.answer(asked, accept, (all) => this.gst.hsn(actor, all));
  }

  /** Table 13 of the return: the series of documents. */
  @Get('gst-documents')
  @Requires('dhanman.sales.report.read')
  @Returns(ReportDto)
  series(
    @Query({ schema: ReadGstSummary }) asked: ReadGstSummary,
    @Headers('accept') accept: string | undefined,
    @CurrentActor() actor: Actor,
  ): ReportAnswer {
    return this.files.answer(asked, accept, (all) => this.gst.series(actor, all));
  }

  /** What is to be mended before the return is filed. */
  @Get('gst-to-mend')
  @Requires('dhanman.sales.report.read')
  @Returns(ReportDto)
  toMend(
    @Query({ schema: ReadGstSummary }) asked: ReadGstSummary,
    @Headers('accept') accept: string | undefined,
    @CurrentActor() actor: Actor,
  ): ReportAnswer {
    return this.files.answer(asked, accept, (all) => this.gst.toMend(actor, all));
  }
}
