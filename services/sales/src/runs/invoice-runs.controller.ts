import {
  Id,
  InvoiceRunDto,
  InvoiceRunPreview,
  InvoiceRuns,
  ListRunBills,
  RetryInvoiceRun,
  RunBillPage,
  StartInvoiceRun,
} from '@dhanman/contracts';
import { type Actor, CurrentActor, Idempotency, Requires, Returns, versionIn } from '@dhanman/platform';
import { Body, Controller, Get, Headers, Param, Post, Query } from '@nestjs/common';
import type { InvoiceRunId } from './invoice-run.js';
import { InvoiceRunsQueries } from './invoice-runs.queries.js';
import { InvoiceRunsService } from './invoice-runs.service.js';

@Controller('api/v1/companies/:companyId/invoice-runs')
export class InvoiceRunsController {
  constructor(
    private readonly runs: InvoiceRunsService,
    private readonly queries: InvoiceRunsQueries,
  ) {}

  @Get()
  @Requires('dhanman.sales.invoice-run.read')
  @Returns(InvoiceRuns)
  list(@CurrentActor() actor: Actor): Promise<InvoiceRuns> {
    return this.queries.list(actor);
  }

  @Post()
  @Requires('dhanman.sales.invoice-run.create')
  @Returns(InvoiceRunDto, 201)
  async start(
    @Body({ schema: StartInvoiceRun }) asked: StartInvoiceRun,
    @CurrentActor() actor: Actor,
  ): Promise<InvoiceRunDto> {
    return this.queries.get(actor, (await this.runs.start(actor, asked)).id);
  }

  @Post('preview')
  @Requires('dhanman.sales.invoice-run.create')
  @Idempotency({ off: 'it computes and stores nothing' })
  @Returns(InvoiceRunPreview)
  preview(
    @Body({ schema: StartInvoiceRun }) asked: StartInvoiceRun,
    @CurrentActor() actor: Actor,
  ): Promise<InvoiceRunPreview> {
    return this.queries.preview(actor, asked);
  }

  @Get(':id')
  @Requires('dhanman.sales.invoice-run.read')
  @Returns(InvoiceRunDto)
  get(@Param('id', { schema: Id }) id: InvoiceRunId, @CurrentActor() actor: Actor): Promise<InvoiceRunDto> {
    return this.queries.get(actor, id);
  }

  @Get(':id/bills')
  @Requires('dhanman.sales.invoice-run.read')
  @Returns(RunBillPage)
  bills(
    @Param('id', { schema: Id }) id: InvoiceRunId,
    @Query({ schema: ListRunBills }) query: ListRunBills,
    @CurrentActor() actor: Actor,
  ): Promise<RunBillPage> {
    return this.queries.bills(actor, id, query);
  }

  @Post(':id/cancel')
  @Requires('dhanman.sales.invoice-run.update')
  @Returns(InvoiceRunDto)
  async cancel(
    @Param('id', { schema: Id }) id: InvoiceRunId,
    @Headers('if-match') ifMatch: string | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<InvoiceRunDto> {
    await this.runs.cancel(actor, id, versionIn(ifMatch));
    return this.queries.get(actor, id);
  }

  @Post(':id/retry')
  @Requires('dhanman.sales.invoice-run.update')
  @Returns(InvoiceRunDto)
  async retry(
    @Param('id', { schema: Id }) id: InvoiceRunId,
    @Body({ schema: RetryInvoiceRun }) { on }: RetryInvoiceRun,
    @CurrentActor() actor: Actor,
  ): Promise<InvoiceRunDto> {
    await this.runs.retry(actor, id, on);
    return this.queries.get(actor, id);
  }
}
