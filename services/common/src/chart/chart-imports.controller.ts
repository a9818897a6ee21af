import { Readable } from 'node:stream';
import { Chart, ChartImport, ChartSheetQuery, ImportChart } from '@dhanman/contracts';
import {
  type Actor,
  csvLine,
  CurrentActor,
  harmless,
  Idempotency,
  Requires,
  Returns,
  sheetWorkbook,
} from '@dhanman/platform';
import { Body, Controller, Get, Post, Query, StreamableFile } from '@nestjs/common';
import { ChartImportsService } from './chart-imports.service.js';
import { ChartQueries } from './chart.queries.js';

const name = 'chart-of-accounts';

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
  async sheet(
    @Query({ schema: ChartSheetQuery }) { format }: ChartSheetQuery,
    @CurrentActor() actor: Actor,
  ): Promise<StreamableFile> {
    const rows = await this.queries.sheet(actor);
    return format === 'xlsx' ? sheetWorkbook(name, rows) : textFile(rows);
  }

  @Post('imports')
  @Requires('dhanman.common.account.create')
  @Returns(ChartImport, 201)
  import(
    @Body({ schema: ImportChart }) sheet: ImportChart,
    @CurrentActor() actor: Actor,
  ): Promise<ChartImport> {
    return this.imports.import(actor, sheet);
  }

  @Post('imports/preview')
  @Requires('dhanman.common.account.create')
  @Idempotency({ off: 'it changes nothing, and the chart may have changed since the last one' })
  @Returns(ChartImport)
  preview(
    @Body({ schema: ImportChart }) sheet: ImportChart,
    @CurrentActor() actor: Actor,
  ): Promise<ChartImport> {
    return this.imports.preview(actor, sheet);
  }
}

/** With a mark at its beginning by which spreadsheets read Hindi names as what they are. */
function textFile(rows: readonly (readonly string[])[]): StreamableFile {
  const content = Buffer.from(`\uFEFF${rows.map((cells) => csvLine(cells.map(harmless))).join('')}`);
  const disposition = `attachment; filename="${name}.csv"`;
  return new StreamableFile(Readable.from([content], { objectMode: false }), {
    ...{ type: 'text/csv; charset=utf-8', disposition, length: content.length },
  });
}
