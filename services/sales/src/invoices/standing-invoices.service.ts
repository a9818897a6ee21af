import { type Actor, NotFound } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Invoice, InvoiceId } from './invoice.js';
import { InvoiceTable } from './invoice.table.js';

/** Invoices for the documents that change what is owed for them. */
@Injectable()
export class StandingInvoices {
  async read(tx: EntityManager, actor: Actor, id: InvoiceId): Promise<Invoice> {
    return known(await tx.findOneBy(InvoiceTable, actor.key(id)));
  }

  /** Nobody else settles or credits it until the transaction ends. */
  async locked(tx: EntityManager, actor: Actor, id: InvoiceId): Promise<Invoice> {
    const where = actor.key(id);
    return known(await tx.findOne(InvoiceTable, { where, lock: { mode: 'pessimistic_write' } }));
  }
}

function known(invoice: Invoice | null): Invoice {
  if (!invoice) throw new NotFound('invoice');
  return invoice;
}
