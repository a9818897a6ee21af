import { QuoteTax, TaxQuoteDto, TaxSettings } from '@dhanman/contracts';
import { type Actor, CurrentActor, Idempotency, Requires, Returns } from '@dhanman/platform';
import { Body, Controller, Get, Post, Put } from '@nestjs/common';
import { TaxQueries, toDto } from './tax.queries.js';
import { TaxSettingsService } from './tax-settings.service.js';

@Controller('api/v1/companies/:companyId')
export class TaxController {
  constructor(
    private readonly queries: TaxQueries,
    private readonly settings: TaxSettingsService,
  ) {}

  @Post('tax/quote')
  @Requires('dhanman.sales.tax.quote')
  @Idempotency({ off: 'it computes and stores nothing' })
  @Returns(TaxQuoteDto)
  quote(@Body({ schema: QuoteTax }) sale: QuoteTax, @CurrentActor() actor: Actor): Promise<TaxQuoteDto> {
    return this.queries.quote(actor, sale);
  }

  @Get('tax-settings')
  @Requires('dhanman.sales.tax-setting.read')
  @Returns(TaxSettings)
  get(@CurrentActor() actor: Actor): Promise<TaxSettings> {
    return this.queries.settings(actor);
  }

  @Put('tax-settings')
  @Requires('dhanman.sales.tax-setting.update')
  @Returns(TaxSettings)
  async set(
    @Body({ schema: TaxSettings }) settings: TaxSettings,
    @CurrentActor() actor: Actor,
  ): Promise<TaxSettings> {
    return toDto(await this.settings.set(actor, settings));
  }
}
