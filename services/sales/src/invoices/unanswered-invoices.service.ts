import { PostTransaction, ReverseTransactions } from '@dhanman/contracts';
import type { Id } from '@dhanman/kernel';
import { publish } from '@dhanman/messaging';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { cancellationOf, transactionFor } from './invoice-transaction.js';
import { InvoiceTable } from './invoice.table.js';

/** More than this many in one night is not a lost answer, it is a ledger that does not work. */
const most = 1_000;

/**
 * Asks the ledger again about invoices it has not answered for a minute, in the company of the transaction. The ledger
 * gives a document the entry, or the reversal, that it has, so asking again can post nothing twice; the answer brings the
 * invoice on.
 */
@Injectable()
export class UnansweredInvoicesService {
  async askAgain(tx: EntityManager): Promise<string> {
    const rows = await tx.query<{ id: Id }[]>(
      `select id from invoice where (state = 'issued' or state = 'posted' and cancelled_on is not null) and updated_at < now() - interval '1 minute'
       order by updated_at, id limit $1 for update skip locked`,
      [most],
    );
    const invoices = await tx.findBy(InvoiceTable, { id: In(rows.map(({ id }) => id)) });
    for (const invoice of invoices)
      if (invoice.state === 'issued') await publish(tx, PostTransaction, transactionFor(invoice));
      else await publish(tx, ReverseTransactions, cancellationOf(invoice));
    if (invoices.length === 0) return 'the ledger has answered for every invoice';
    return `asked the ledger again about ${invoices.length} ${invoices.length === 1 ? 'invoice' : 'invoices'}`;
  }
}
