import { type CreateInvoice, PostTransaction } from '@dhanman/contracts';
import { newId, parseId, PlainDate } from '@dhanman/kernel';
import { publish } from '@dhanman/messaging';
import { type Actor, add, atVersion, change, Database } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Sale, taxed } from '../tax/sale.js';
import { SaleParties } from '../tax/sale-parties.service.js';
import { type Entered, Invoice, type InvoiceId } from './invoice.js';
import { InvoiceNumbers } from './invoice-numbers.service.js';
import { checkPaper } from './invoice-paper.js';
import { transactionFor } from './invoice-transaction.js';
import { InvoiceTable } from './invoice.table.js';

@Injectable()
export class InvoicesService {
  constructor(
    private readonly db: Database,
    private readonly parties: SaleParties,
    private readonly numbers: InvoiceNumbers,
  ) {}

  async create(actor: Actor, details: CreateInvoice): Promise<Invoice> {
    return this.db.transaction(actor, async (tx) => {
      const entered = await this.dated(tx, actor, details);
      const quote = taxed(await this.saleOf(tx, actor, entered));
      return add(tx, InvoiceTable, Invoice.draft(actor.key(newId<'Invoice'>()), entered, quote));
    });
  }

  async replace(actor: Actor, id: InvoiceId, version: number, details: CreateInvoice): Promise<Invoice> {
    return this.db.transaction(actor, (tx) =>
      change(tx, InvoiceTable, actor.key(id), async (current) => {
        const invoice = atVersion(current, version);
        const entered = await this.dated(tx, actor, details);
        return invoice.replaced(entered, taxed(await this.saleOf(tx, actor, entered)));
      }),
    );
  }

  /** Numbers a draft and asks the ledger to post it; one the ledger refused is asked for again under its number. */
  async issue(actor: Actor, id: InvoiceId, on: PlainDate): Promise<Invoice> {
    return this.db.transaction(actor, async (tx) => {
      const invoice = await change(tx, InvoiceTable, actor.key(id), async (current) =>
        current.isNumbered ? current.askAgain() : this.issued(tx, actor, current, on),
      );
      await publish(tx, PostTransaction, transactionFor(invoice));
      return invoice;
    });
  }

  private async issued(tx: EntityManager, actor: Actor, draft: Invoice, on: PlainDate): Promise<Invoice> {
    const { customerId, content } = draft;
    const sale = await this.saleOf(tx, actor, { ...content, customerId, on: on.toString() });
    checkPaper(sale);
    return draft.issue(await this.numbers.next(tx, actor, on), on, taxed(sale));
  }

  private async dated(tx: EntityManager, actor: Actor, details: CreateInvoice): Promise<Entered> {
    return { ...details, on: details.on ?? (await this.numbers.today(tx, actor)).toString() };
  }

  private async saleOf(tx: EntityManager, actor: Actor, entered: Entered): Promise<Sale> {
    const { customerId, on, ...content } = entered;
    return { ...(await this.parties.of(tx, actor, parseId(customerId))), on: PlainDate.parse(on), content };
  }
}
