import { ReadBudgetVariance, ReadConsolidation, ReadReport, ReportDto } from '@dhanman/contracts';
import {
  type Actor,
  CurrentActor,
  type ReportAnswer,
  ReportFiles,
  Requires,
  Returns,
} from '@dhanman/platform';
import { Controller, Get, Headers, Query } from '@nestjs/common';

import { BudgetVarianceQueries } from './budget-variance.queries.js';
import { ConsolidationQueries } from './consolidation.queries.js';
import { ReportsQueries } from './reports.queries.js';

@Controller('api/v1/companies/:companyId/reports')
export class ReportsController {
  constructor(
    private readonly reports: ReportsQueries,
    private readonly consolidation: ConsolidationQueries,
    private readonly variance: BudgetVarianceQueries,
    private readonly files: ReportFiles,
  ) {}

  @Get('trial-balance')
  @Requires('dhanman.common.report.read')
  @Returns(ReportDto)
  trialBalance(
    @Query({ schema: ReadReport }) asked: ReadReport,
    @Headers('accept') accept: string | undefined,
    @CurrentActor() actor: Actor,
  ): ReportAnswer {
    return this.files.answer(asked, accept, (all) => this.reports.read(actor, 'trial-balance', all));
  }

  @Get('profit-and-loss')
  @Requires('dhanman.common.report.read')
  @Returns(ReportDto)
  profitAndLoss(
    @Query({ schema: ReadReport }) asked: ReadReport,
    @Headers('accept') accept: string | undefined,
    @CurrentActor() actor: Actor,
  ): ReportAnswer {
    return this.files.answer(asked, accept, (all) => this.reports.read(actor, 'profit-and-loss', all));
  }

  @Get('balance-sheet')
  @Requires('dhanman.common.report.read')
  @Returns(ReportDto)
  balanceSheet(
    @Query({ schema: ReadReport }) asked: ReadReport,
    @Headers('accept') accept: string | undefined,
    @CurrentActor() actor: Actor,
  ): ReportAnswer {
    return this.files.answer(asked, accept, (all) => this.reports.read(actor, 'balance-sheet', all));
  }

  @Get('cash-flow')
  @Requires('dhanman.common.report.read')
  @Returns(ReportDto)
  cashFlow(
    @Query({ schema: ReadReport }) asked: ReadReport,
    @Headers('accept') accept: string | undefined,
    @CurrentActor() actor: Actor,
  ): ReportAnswer {
    return this.files.answer(asked, accept, (all) => this.reports.read(actor, 'cash-flow', all));
  }

  /** The companies side by side, what they owe each other taken out, and the whole. */
  @Get('consolidated-trial-balance')
  @Requires('dhanman.common.report.read')
  @Returns(ReportDto)
  consolidatedTrialBalance(
    @Query({ schema: ReadConsolidation }) asked: ReadConsolidation,
    @Headers('accept') accept: string | undefined,
    @CurrentActor() actor: Actor,
  ): ReportAnswer {
    return this.files.answer(asked, accept, (all) => this.consolidation.trialBalance(actor, all));
  }

  /** The approved budget, what it came to, and by how much it was missed. */
  @Get('budget-variance')
  @Requires('dhanman.common.report.read')
  @Returns(ReportDto)
  budgetVariance(
    @Query({ schema: ReadBudgetVariance }) asked: ReadBudgetVariance,
    @Headers('accept') accept: string | undefined,
    @CurrentActor() actor: Actor,
  ): ReportAnswer {
    return this.files.answer(asked, accept, (all) => this.variance.read(actor, all));
  }
  /** The same of all companies side by side, and of their sum. */
  @Get('consolidated-budget-variance')
  @Requires('dhanman.common.report.read')
  @Returns(ReportDto)
  consolidatedBudgetVariance(
    @Query({ schema: ReadBudgetVariance }) asked: ReadBudgetVariance,
    @Headers('accept') accept: string | undefined,
    @CurrentActor() actor: Actor,
  ): ReportAnswer {
    return this.files.answer(asked, accept, (all) => this.consolidation.budgetVariance(actor, all));
  }
}
