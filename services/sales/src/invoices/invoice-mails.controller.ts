import { Id, InvoiceMailsDto, SendInvoiceByMail } from '@dhanman/contracts';
import { type Actor, CurrentActor, Requires, Returns } from '@dhanman/platform';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import type { InvoiceId } from './invoice.js';
import { InvoiceMailsQueries } from './invoice-mails.queries.js';
import { InvoiceMailsService } from './invoice-mails.service.js';

@Controller('api/v1/companies/:companyId/invoices/:id/mails')
export class InvoiceMailsController {
  constructor(
    private readonly mails: InvoiceMailsService,
    private readonly queries: InvoiceMailsQueries,
  ) {}

  @Get()
  @Requires('dhanman.sales.invoice.read')
  @Returns(InvoiceMailsDto)
  of(@Param('id', { schema: Id }) id: InvoiceId, @CurrentActor() actor: Actor): Promise<InvoiceMailsDto> {
    return this.queries.of(actor, id);
  }

  @Post()
  @Requires('dhanman.sales.invoice.issue')
  @Returns(InvoiceMailsDto, 201)
  async send(
    @Param('id', { schema: Id }) id: InvoiceId,
    @Body({ schema: SendInvoiceByMail }) wish: SendInvoiceByMail,
    @CurrentActor() actor: Actor,
  ): Promise<InvoiceMailsDto> {
    await this.mails.ask(actor, id, wish);
    return this.queries.of(actor, id);
  }
}
