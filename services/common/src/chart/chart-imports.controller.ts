import { Readable } from 'node:stream';
import { Chart, ChartImport, ImportChart } from '@dhanman/contracts';
import { type Actor, CurrentActor, Idempotency, Requires, Returns } from '@dhanman/platform';
import { Body, Controller, Get, Post, StreamableFile } from '@nestjs/common';
import { ChartImportsService } from './chart-imports.service.js';
import { ChartQueries } from './chart.queries.js';

/** The chart as a sheet: what is exported is also the template of what is imported. */
@Controller('api/v1/chart')
export class ChartImportsController {
  constructor(
    private readonly imports: ChartImportsService,
    private readonly queries: ChartQueries,
  ) {}

  @Get('sheet')
  @Requires('dhanman.common.account.read', { anywhere: true })
  @Returns(Chart)
  async sheet(@CurrentActor() actor: Actor): Promise<StreamableFile> {
    const content = Buffer.from(await this.queries.sheet(actor));
    const disposition = 'attachment; filename="chart-of-accounts.csv"';
    return new StreamableFile(Readable.from([content], { objectMode: false }), {
      ...{ type: 'text/csv; charset=utf-8', disposition, length: content.length },
    });
  }

  @Post('imports')
  @Requires('dhanman.common.account.create')
  @Returns(ChartImport, 201)
  import(
    @Body({ schema: ImportChart }) { text }: ImportChart,
    @CurrentActor() actor: Actor,
  ): Promise<ChartImport> {
    return this.imports.import(actor, text);
  }

  @Post('imports/preview')
  @Requires('dhanman.common.account.create')
  @Idempotency({ off: 'it changes nothing, and the chart may have changed since the last one' })
  @Returns(ChartImport)
  preview(
    @Body({ schema: ImportChart }) { text }: ImportChart,
    @CurrentActor() actor: Actor,
  ): Promise<ChartImport> {
    return this.imports.preview(actor, text);
  }
}
