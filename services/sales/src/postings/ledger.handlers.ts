import {
  type PayloadOf,
  ReversalRejected,
  TransactionPosted,
  TransactionRejected,
  TransactionsReversed,
} from '@dhanman/contracts';
import { type Id, parseId } from '@dhanman/kernel';
import { Handles, type Message } from '@dhanman/messaging';
import { change } from '@dhanman/platform';
import { Controller } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { InvoiceCancellations } from '../invoices/invoice-cancellations.service.js';
import { InvoicesService } from '../invoices/invoices.service.js';
import { PostedDocuments } from './posted-documents.service.js';
import { PostedPapers } from './posted-papers.service.js';
import { PostingTable } from './posting.table.js';

type Source = PayloadOf<typeof TransactionPosted>['source'];

/** The ledger's answers, to invoices and to whatever keeps its request as a posting. */
@Controller()
export class LedgerHandlers {
  constructor(
    private readonly invoices: InvoicesService,
    private readonly cancellations: InvoiceCancellations,
    private readonly documents: PostedDocuments,
    private readonly papers: PostedPapers,
  ) {}

  @Handles(TransactionPosted)
  async onTransactionPosted(
    { envelope: { organizationId }, payload }: Message<typeof TransactionPosted>,
    tx: EntityManager,
  ): Promise<void> {
    const { source } = payload;
    const entryId = parseId(payload.entryId);
    if (source.document === 'invoice')
      return this.invoices.posted(tx, invoiceKey(organizationId, source), source.version, entryId);
    const posting = await change(tx, PostingTable, keyOf(organizationId, source), (one) =>
      one.posted(source.version, entryId),
    );
    await this.papers.posted(tx, posting);
  }

  @Handles(TransactionRejected)
  async onTransactionRejected(
    { envelope: { organizationId }, payload }: Message<typeof TransactionRejected>,
    tx: EntityManager,
  ): Promise<void> {
    const { source, code, reason } = payload;
    const { version } = source;
    if (source.document === 'invoice')
      await this.invoices.rejected(tx, invoiceKey(organizationId, source), { version, code, reason });
    else
      await change(tx, PostingTable, keyOf(organizationId, source), (posting) =>
        posting.rejected(source.version, code, reason),
      );
  }

  @Handles(TransactionsReversed)
  async onTransactionsReversed(
    { envelope: { organizationId }, payload }: Message<typeof TransactionsReversed>,
    tx: EntityManager,
  ): Promise<void> {
    for (const { source, entryId } of payload.transactions) {
      if (source.document === 'invoice') {
        await this.cancellations.cancelled(tx, invoiceKey(organizationId, source), parseId(entryId));
        continue;
      }
      const key = keyOf(organizationId, source);
      const posting = await change(tx, PostingTable, key, (one) => one.reversed(parseId(entryId)));
      await this.documents.reversed(tx, posting);
    }
  }

  @Handles(ReversalRejected)
  async onReversalRejected(
    { envelope: { organizationId }, payload }: Message<typeof ReversalRejected>,
    tx: EntityManager,
  ): Promise<void> {
    const { transactions, code, reason } = payload;
    for (const source of transactions) {
      if (source.document === 'invoice') {
        await this.cancellations.refused(tx, invoiceKey(organizationId, source), code, reason);
        continue;
      }
      const key = keyOf(organizationId, source);
      const posting = await change(tx, PostingTable, key, (one) => one.reversalRejected(code, reason));
      await this.documents.standsAgain(tx, posting);
    }
  }
}

function invoiceKey(organizationId: Id, { id }: Source) {
  return { organizationId, id: parseId<'Invoice'>(id) };
}

function keyOf(organizationId: Id, { document, id, purpose }: Source) {
  return { organizationId, document, documentId: parseId(id), purpose };
}
