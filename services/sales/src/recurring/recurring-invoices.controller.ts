import {
  CreateRecurringInvoice,
  Id,
  RecurringInvoiceDto,
  RecurringInvoices,
  RecurringPreview,
  ReplaceRecurringInvoice,
  RetryPeriod,
} from '@dhanman/contracts';
import { type Actor, CurrentActor, Idempotency, Requires, Returns, versionIn } from '@dhanman/platform';
import { Body, Controller, Get, Headers, Param, Post, Put } from '@nestjs/common';
import type { RecurringInvoice, RecurringInvoiceId } from './recurring-invoice.js';
import { RecurringInvoicesQueries } from './recurring-invoices.queries.js';
import { RecurringInvoicesService } from './recurring-invoices.service.js';

@Controller('api/v1/companies/:companyId/recurring-invoices')
export class RecurringInvoicesController {
  constructor(
    private readonly recurring: RecurringInvoicesService,
    private readonly queries: RecurringInvoicesQueries,
  ) {}

  @Get()
  @Requires('dhanman.sales.recurring-invoice.read')
  @Returns(RecurringInvoices)
  list(@CurrentActor() actor: Actor): Promise<RecurringInvoices> {
    return this.queries.list(actor);
  }

  @Post()
  @Requires('dhanman.sales.recurring-invoice.create')
  @Returns(RecurringInvoiceDto, 201)
  create(
    @Body({ schema: CreateRecurringInvoice }) written: CreateRecurringInvoice,
    @CurrentActor() actor: Actor,
  ): Promise<RecurringInvoiceDto> {
    return this.shown(actor, this.recurring.create(actor, written));
  }

  @Post('preview')
  @Requires('dhanman.sales.recurring-invoice.create')
  @Idempotency({ off: 'it computes and stores nothing' })
  @Returns(RecurringPreview)
  preview(
    @Body({ schema: CreateRecurringInvoice }) written: CreateRecurringInvoice,
    @CurrentActor() actor: Actor,
  ): Promise<RecurringPreview> {
    return this.queries.preview(actor, written);
  }

  @Get(':id')
  @Requires('dhanman.sales.recurring-invoice.read')
  @Returns(RecurringInvoiceDto)
  get(
    @Param('id', { schema: Id }) id: RecurringInvoiceId,
    @CurrentActor() actor: Actor,
  ): Promise<RecurringInvoiceDto> {
    return this.queries.get(actor, id);
  }

  @Put(':id')
  @Requires('dhanman.sales.recurring-invoice.update')
  @Returns(RecurringInvoiceDto)
  replace(
    @Param('id', { schema: Id }) id: RecurringInvoiceId,
    @Headers('if-match') ifMatch: string | undefined,
    @Body({ schema: ReplaceRecurringInvoice }) written: ReplaceRecurringInvoice,
    @CurrentActor() actor: Actor,
  ): Promise<RecurringInvoiceDto> {
    return this.shown(actor, this.recurring.replace(actor, id, versionIn(ifMatch), written));
  }

  @Post(':id/pause')
  @Requires('dhanman.sales.recurring-invoice.update')
  @Returns(RecurringInvoiceDto)
  pause(
    @Param('id', { schema: Id }) id: RecurringInvoiceId,
    @Headers('if-match') ifMatch: string | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<RecurringInvoiceDto> {
    return this.shown(actor, this.recurring.pause(actor, id, versionIn(ifMatch)));
  }

  @Post(':id/resume')
  @Requires('dhanman.sales.recurring-invoice.update')
  @Returns(RecurringInvoiceDto)
  resume(
    @Param('id', { schema: Id }) id: RecurringInvoiceId,
    @Headers('if-match') ifMatch: string | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<RecurringInvoiceDto> {
    return this.shown(actor, this.recurring.resume(actor, id, versionIn(ifMatch)));
  }

  @Post(':id/discard')
  @Requires('dhanman.sales.recurring-invoice.update')
  @Returns(RecurringInvoiceDto)
  discard(
    @Param('id', { schema: Id }) id: RecurringInvoiceId,
    @Headers('if-match') ifMatch: string | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<RecurringInvoiceDto> {
    return this.shown(actor, this.recurring.discard(actor, id, versionIn(ifMatch)));
  }

  @Post(':id/retry')
  @Requires('dhanman.sales.recurring-invoice.update')
  @Returns(RecurringInvoiceDto)
  async retry(
    @Param('id', { schema: Id }) id: RecurringInvoiceId,
    @Body({ schema: RetryPeriod }) { on }: RetryPeriod,
    @CurrentActor() actor: Actor,
  ): Promise<RecurringInvoiceDto> {
    await this.recurring.retry(actor, id, on);
    return this.queries.get(actor, id);
  }

  private async shown(actor: Actor, changed: Promise<RecurringInvoice>): Promise<RecurringInvoiceDto> {
    return this.queries.get(actor, (await changed).id);
  }
}
