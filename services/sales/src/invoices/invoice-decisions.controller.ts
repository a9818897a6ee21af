import { CancelInvoice, Id, InvoiceDto, ReturnInvoice } from '@dhanman/contracts';
import { type Actor, CurrentActor, Requires, Returns, StandIns, versionIn } from '@dhanman/platform';
import { Body, Controller, Headers, Param, Post } from '@nestjs/common';
import type { Invoice, InvoiceId } from './invoice.js';
import { InvoiceCancellations } from './invoice-cancellations.service.js';
import { InvoiceDecisions } from './invoice-decisions.service.js';
import { InvoicesQueries } from './invoices.queries.js';

/** Who may approve may also send back: both decide about the work of others. */
@Controller('api/v1/companies/:companyId/invoices/:id')
export class InvoiceDecisionsController {
  constructor(
    private readonly decisions: InvoiceDecisions,
    private readonly cancellations: InvoiceCancellations,
    private readonly queries: InvoicesQueries,
  ) {}

  @Post('submit')
  @Requires('dhanman.sales.invoice.submit')
  @StandIns('refused')
  @Returns(InvoiceDto)
  submit(
    @Param('id', { schema: Id }) id: InvoiceId,
    @Headers('if-match') ifMatch: string | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<InvoiceDto> {
    return this.shown(actor, this.decisions.submit(actor, id, versionIn(ifMatch)));
  }

  @Post('withdraw')
  @Requires('dhanman.sales.invoice.submit')
  @StandIns('refused')
  @Returns(InvoiceDto)
  withdraw(
    @Param('id', { schema: Id }) id: InvoiceId,
    @Headers('if-match') ifMatch: string | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<InvoiceDto> {
    return this.shown(actor, this.decisions.withdraw(actor, id, versionIn(ifMatch)));
  }

  @Post('approve')
  @Requires('dhanman.sales.invoice.approve')
  @StandIns('refused')
  @Returns(InvoiceDto)
  approve(
    @Param('id', { schema: Id }) id: InvoiceId,
    @Headers('if-match') ifMatch: string | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<InvoiceDto> {
    return this.shown(actor, this.decisions.approve(actor, id, versionIn(ifMatch)));
  }

  @Post('return')
  @Requires('dhanman.sales.invoice.approve')
  @StandIns('refused')
  @Returns(InvoiceDto)
  return(
    @Param('id', { schema: Id }) id: InvoiceId,
    @Headers('if-match') ifMatch: string | undefined,
    @Body({ schema: ReturnInvoice }) { reason }: ReturnInvoice,
    @CurrentActor() actor: Actor,
  ): Promise<InvoiceDto> {
    return this.shown(actor, this.decisions.return(actor, id, versionIn(ifMatch), reason));
  }

  @Post('discard')
  @Requires('dhanman.sales.invoice.update')
  @Returns(InvoiceDto)
  discard(
    @Param('id', { schema: Id }) id: InvoiceId,
    @Headers('if-match') ifMatch: string | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<InvoiceDto> {
    return this.shown(actor, this.decisions.discard(actor, id, versionIn(ifMatch)));
  }

  @Post('cancel')
  @Requires('dhanman.sales.invoice.cancel')
  @Returns(InvoiceDto)
  async cancel(
    @Param('id', { schema: Id }) id: InvoiceId,
    @Headers('if-match') ifMatch: string | undefined,
    @Body({ schema: CancelInvoice }) cancelling: CancelInvoice,
    @CurrentActor() actor: Actor,
  ): Promise<InvoiceDto> {
    await this.cancellations.cancel(actor, id, versionIn(ifMatch), cancelling);
    return this.queries.get(actor, id);
  }

  private async shown(actor: Actor, changed: Promise<Invoice>): Promise<InvoiceDto> {
    return this.queries.get(actor, (await changed).id);
  }
}
