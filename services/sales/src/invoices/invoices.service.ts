import { type CreateInvoice, PostTransaction } from '@dhanman/contracts';
import { type Id, Money, newId, parseId, PlainDate } from '@dhanman/kernel';
import { publish } from '@dhanman/messaging';
import { type Actor, add, atVersion, change, Database, NotFound } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { approvalsNeeded } from '../approvals/approval-setting.js';
import { ApprovalSettingsService } from '../approvals/approval-settings.service.js';
import { CreditLimits } from '../credit-limits/credit-limits.service.js';
import { DocumentNumbers } from '../numbers/document-numbers.service.js';
import { type Sale, taxed } from '../tax/sale.js';
import { SaleParties } from '../tax/sale-parties.service.js';
import { type Entered, Invoice, type InvoiceId, type Taxed } from './invoice.js';
import { InvoiceDateTooEarly } from './invoice-errors.js';
import type { Made } from './invoice-maker.service.js';
import { InvoicePapers } from './invoice-papers.service.js';
import { checkPaper } from './invoice-paper.js';
import { transactionFor } from './invoice-transaction.js';
import { InvoiceTable } from './invoice.table.js';

/** The law wants tax invoices in the order of their dates. */
const series = { document: 'sales-invoice', prefix: 'SI', tooEarly: () => new InvoiceDateTooEarly() };

export interface AnsweredKey {
  readonly organizationId: Id;
  readonly id: InvoiceId;
}

export interface Issuing {
  readonly on: PlainDate;
  /** Which version was looked at. */
  readonly version?: number | undefined;
  readonly isAboveLimit?: boolean | undefined;
}

@Injectable()
export class InvoicesService {
  constructor(
    private readonly db: Database,
    private readonly parties: SaleParties,
    private readonly numbers: DocumentNumbers,
    private readonly approval: ApprovalSettingsService,
    private readonly papers: InvoicePapers,
    private readonly credit: CreditLimits,
  ) {}

  async create(actor: Actor, details: CreateInvoice): Promise<Invoice> {
    return this.db.transaction(actor, (tx) => this.addDraft(tx, actor, details));
  }

  async addDraft(tx: EntityManager, actor: Actor, details: CreateInvoice): Promise<Invoice> {
    return add(tx, InvoiceTable, await this.drafted(tx, actor, details));
  }

  /** For what is made without a person before it: a draft, or written and issued at once. */
  async addMade(
    tx: EntityManager,
    actor: Actor,
    details: CreateInvoice,
    { makes, on }: Made,
  ): Promise<Invoice> {
    return makes === 'draft' ? this.addDraft(tx, actor, details) : this.addIssued(tx, actor, details, on);
  }

  private async addIssued(
    tx: EntityManager,
    actor: Actor,
    details: CreateInvoice,
    on: PlainDate,
  ): Promise<Invoice> {
    const entered = { ...details, on: on.toString() };
    const sale = await this.saleOf(tx, actor, entered);
    const quote = taxed(sale);
    const draft = Invoice.draft(actor.key(newId<'Invoice'>()), entered, quote, actor.userId);
    draft.mustBeIssuable(approvalsNeeded(await this.approval.of(tx, actor), draft.amount));
    checkPaper(sale);
    const invoice = await add(tx, InvoiceTable, await this.numbered(tx, actor, draft, { on, quote }));
    await this.sendOut(tx, invoice);
    return invoice;
  }

  async replace(actor: Actor, id: InvoiceId, version: number, details: CreateInvoice): Promise<Invoice> {
    return this.db.transaction(actor, (tx) =>
      change(tx, InvoiceTable, actor.key(id), async (current) => {
        const invoice = atVersion(current, version);
        const entered = await this.dated(tx, actor, details);
        return invoice.replaced(entered, taxed(await this.saleOf(tx, actor, entered)), actor.userId);
      }),
    );
  }

  /** A new draft of the same for the same customer, as of today: with the prices then and the tax of now. */
  async copy(actor: Actor, id: InvoiceId): Promise<Invoice> {
    return this.db.transaction(actor, async (tx) => {
      const original = await tx.findOneBy(InvoiceTable, actor.key(id));
      if (!original) throw new NotFound('invoice');
      return this.addDraft(tx, actor, original.toCopy());
    });
  }

  /** Numbers a draft and asks the ledger to post it; one the ledger refused is asked for again under its number. */
  async issue(actor: Actor, id: InvoiceId, asked: Issuing): Promise<Invoice> {
    return this.db.transaction(actor, async (tx) => {
      const invoice = await change(tx, InvoiceTable, actor.key(id), async (current) => {
        if (asked.version !== undefined) atVersion(current, asked.version);
        return current.isNumbered ? current.askAgain() : this.issued(tx, actor, current, asked);
      });
      await this.sendOut(tx, invoice);
      return invoice;
    });
  }

  /** The answers of the ledger. */
  async posted(tx: EntityManager, key: AnsweredKey, version: number, entryId: Id): Promise<void> {
    await change(tx, InvoiceTable, key, (invoice) => invoice.posted(version, entryId));
  }

  async rejected(
    tx: EntityManager,
    key: AnsweredKey,
    { version, code, reason }: { readonly version: number; readonly code: string; readonly reason: string },
  ): Promise<void> {
    await change(tx, InvoiceTable, key, (invoice) => invoice.rejected(version, code, reason));
  }

  private async drafted(tx: EntityManager, actor: Actor, details: CreateInvoice): Promise<Invoice> {
    const entered = await this.dated(tx, actor, details);
    const quote = taxed(await this.saleOf(tx, actor, entered));
    return Invoice.draft(actor.key(newId<'Invoice'>()), entered, quote, actor.userId);
  }

  private async sendOut(tx: EntityManager, invoice: Invoice): Promise<void> {
    // One that is asked for again has its paper since it was numbered.
    if (invoice.postingVersion === 1) await this.papers.freeze(tx, invoice);
    await publish(tx, PostTransaction, transactionFor(invoice));
  }

  private async issued(
    tx: EntityManager,
    actor: Actor,
    draft: Invoice,
    { on, isAboveLimit }: Issuing,
  ): Promise<Invoice> {
    draft.mustBeIssuable(approvalsNeeded(await this.approval.of(tx, actor), draft.amount));
    const { customerId, content } = draft;
    const sale = await this.saleOf(tx, actor, { ...content, customerId, on: on.toString() });
    checkPaper(sale);
    return this.numbered(tx, actor, draft, { on, quote: taxed(sale), isAboveLimit });
  }

  private async numbered(
    tx: EntityManager,
    actor: Actor,
    draft: Invoice,
    { on, quote, isAboveLimit = false }: Issuing & { readonly quote: Taxed },
  ): Promise<Invoice> {
    const customerId = parseId<'Customer'>(draft.customerId);
    const { termDays, hasLimit } = await this.credit.agreed(tx, actor, customerId);
    const number = await this.numbers.next(tx, actor, on, series);
    const amount = Money.parse(quote.totals.total, draft.currency);
    if (hasLimit || isAboveLimit) await this.credit.hold(tx, actor, customerId, { amount, isAboveLimit });
    return draft.issue(number, on, quote, termDays);
  }

  private async dated(tx: EntityManager, actor: Actor, details: CreateInvoice): Promise<Entered> {
    return { ...details, on: details.on ?? (await this.numbers.today(tx, actor)).toString() };
  }

  private async saleOf(tx: EntityManager, actor: Actor, entered: Entered): Promise<Sale> {
    const { customerId, on, ...content } = entered;
    return { ...(await this.parties.of(tx, actor, parseId(customerId))), on: PlainDate.parse(on), content };
  }
}
