import { CreateInvoice, Id, InvoiceDto, IssueInvoice } from '@dhanman/contracts';
import { PlainDate } from '@dhanman/kernel';
import { type Actor, CurrentActor, Requires, Returns } from '@dhanman/platform';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import type { InvoiceId } from './invoice.js';
import { InvoicesQueries, toDto } from './invoices.queries.js';
import { InvoicesService } from './invoices.service.js';

@Controller('api/v1/companies/:companyId/invoices')
export class InvoicesController {
  constructor(
    private readonly invoices: InvoicesService,
    private readonly queries: InvoicesQueries,
  ) {}

  @Post()
  @Requires('dhanman.sales.invoice.create')
  @Returns(InvoiceDto, 201)
  async create(
    @Body({ schema: CreateInvoice }) details: CreateInvoice,
    @CurrentActor() actor: Actor,
  ): Promise<InvoiceDto> {
    return toDto(await this.invoices.create(actor, details));
  }

  @Get(':id')
  @Requires('dhanman.sales.invoice.read')
  @Returns(InvoiceDto)
  get(@Param('id', { schema: Id }) id: InvoiceId, @CurrentActor() actor: Actor): Promise<InvoiceDto> {
    return this.queries.get(actor, id);
  }

  @Post(':id/issue')
  @Requires('dhanman.sales.invoice.issue')
  @Returns(InvoiceDto)
  async issue(
    @Param('id', { schema: Id }) id: InvoiceId,
    @Body({ schema: IssueInvoice }) { on }: IssueInvoice,
    @CurrentActor() actor: Actor,
  ): Promise<InvoiceDto> {
    return toDto(await this.invoices.issue(actor, id, PlainDate.parse(on)));
  }
}
