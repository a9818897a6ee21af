import { TransactionPosted, TransactionRejected } from '@dhanman/contracts';
import { parseId } from '@dhanman/kernel';
import { Handles, type Message } from '@dhanman/messaging';
import { change } from '@dhanman/platform';
import { Controller } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { InvoiceTable } from './invoice.table.js';

/** The ledger's answers. Sales asks only for invoices so far, so every answer is about one. */
@Controller()
export class InvoicesHandlers {
  @Handles(TransactionPosted)
  async onTransactionPosted(
    { envelope, payload }: Message<typeof TransactionPosted>,
    tx: EntityManager,
  ): Promise<void> {
    const { source, entryId } = payload;
    const key = { organizationId: envelope.organizationId, id: parseId<'Invoice'>(source.id) };
    await change(tx, InvoiceTable, key, (invoice) => invoice.posted(source.version, parseId(entryId)));
  }

  @Handles(TransactionRejected)
  async onTransactionRejected(
    { envelope, payload }: Message<typeof TransactionRejected>,
    tx: EntityManager,
  ): Promise<void> {
    const { source, code, reason } = payload;
    const key = { organizationId: envelope.organizationId, id: parseId<'Invoice'>(source.id) };
    await change(tx, InvoiceTable, key, (invoice) => invoice.rejected(source.version, code, reason));
  }
}
