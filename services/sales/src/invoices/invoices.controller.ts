import {
  CreateInvoice,
  Id,
  InvoiceDto,
  InvoicePage,
  IssueInvoice,
  ListInvoices,
  ReplaceInvoice,
} from '@dhanman/contracts';
import { PlainDate } from '@dhanman/kernel';
import { type Actor, CurrentActor, Requires, Returns, versionIn } from '@dhanman/platform';
import { Body, Controller, Get, Headers, Param, Post, Put, Query } from '@nestjs/common';
import type { InvoiceId } from './invoice.js';
import { InvoicesQueries } from './invoices.queries.js';
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
    return this.queries.get(actor, (await this.invoices.create(actor, details)).id);
  }

  @Get()
  @Requires('dhanman.sales.invoice.read')
  @Returns(InvoicePage)
  list(
    @Query({ schema: ListInvoices }) query: ListInvoices,
    @CurrentActor() actor: Actor,
  ): Promise<InvoicePage> {
    return this.queries.list(actor, query);
  }

  @Get(':id')
  @Requires('dhanman.sales.invoice.read')
  @Returns(InvoiceDto)
  get(@Param('id', { schema: Id }) id: InvoiceId, @CurrentActor() actor: Actor): Promise<InvoiceDto> {
    return this.queries.get(actor, id);
  }

  @Put(':id')
  @Requires('dhanman.sales.invoice.update')
  @Returns(InvoiceDto)
  async replace(
    @Param('id', { schema: Id }) id: InvoiceId,
    @Headers('if-match') ifMatch: string | undefined,
    @Body({ schema: ReplaceInvoice }) details: ReplaceInvoice,
    @CurrentActor() actor: Actor,
  ): Promise<InvoiceDto> {
    await this.invoices.replace(actor, id, versionIn(ifMatch), details);
    return this.queries.get(actor, id);
  }

  @Post(':id/copy')
  @Requires('dhanman.sales.invoice.create')
  @Returns(InvoiceDto, 201)
  async copy(@Param('id', { schema: Id }) id: InvoiceId, @CurrentActor() actor: Actor): Promise<InvoiceDto> {
    return this.queries.get(actor, (await this.invoices.copy(actor, id)).id);
  }

  @Post(':id/issue')
  @Requires('dhanman.sales.invoice.issue')
  @Returns(InvoiceDto)
  async issue(
    @Param('id', { schema: Id }) id: InvoiceId,
    @Body({ schema: IssueInvoice }) { on, ...asked }: IssueInvoice,
    @CurrentActor() actor: Actor,
  ): Promise<InvoiceDto> {
    await this.invoices.issue(actor, id, { ...asked, on: PlainDate.parse(on) });
    return this.queries.get(actor, id);
  }
}
