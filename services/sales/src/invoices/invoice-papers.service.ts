import { type Actor, Database, NotFound } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Paper } from '../papers/paper.js';
import type { InvoicePaper } from '../papers/paper-content.js';
import { PaperParties } from '../papers/paper-parties.service.js';
import { Papers } from '../papers/papers.service.js';
import type { Invoice, InvoiceId } from './invoice.js';
import { PaperOfUnissued } from './invoice-errors.js';
import { InvoiceTable } from './invoice.table.js';
import { upiRequestOf } from './upi-request.js';

@Injectable()
export class InvoicePapers {
  constructor(
    private readonly db: Database,
    private readonly papers: Papers,
    private readonly parties: PaperParties,
  ) {}

  /** In the transaction that issues the invoice. */
  async freeze(tx: EntityManager, invoice: Invoice): Promise<void> {
    await this.papers.freeze(tx, invoice, await this.contentOf(tx, invoice));
  }

  async ask(actor: Actor, id: InvoiceId): Promise<void> {
    await this.db.transaction(actor, async (tx) => {
      const where = actor.key(id);
      const invoice = await tx.findOne(InvoiceTable, { where, lock: { mode: 'pessimistic_write' } });
      if (!invoice) throw new NotFound('invoice');
      if (!invoice.isNumbered) throw new PaperOfUnissued();
      await this.papers.ask(tx, invoice, () => this.contentOf(tx, invoice));
    });
  }

  async of(actor: Actor, id: InvoiceId): Promise<Paper | null> {
    return this.db.read(actor, async (tx) => {
      if (!(await tx.existsBy(InvoiceTable, actor.key(id)))) throw new NotFound('invoice');
      return this.papers.of(tx, actor.key(id));
    });
  }

  private async contentOf(tx: EntityManager, invoice: Invoice): Promise<InvoicePaper> {
    const { number, on, dueOn, notes, currency, content, taxed } = invoice;
    if (number === null) throw new PaperOfUnissued();
    const { seller, buyer, isComposition, said } = await this.parties.of(tx, invoice, content.soldFrom);
    const { payment, terms, upiId } = said;
    const upi = upiRequestOf(invoice, { name: seller.name, upiId });
    return {
      ...{ document: 'invoice', seller, buyer, isComposition, number, on, dueOn },
      ...{ notes, payment, terms, upi, currency, content, taxed },
    };
  }
}
