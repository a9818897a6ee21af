import {
  type PayloadOf,
  ReversalRejected,
  TransactionPosted,
  TransactionRejected,
  TransactionsReversed,
} from '@dhanman/contracts';
import { type Id, parseId, PlainDate } from '@dhanman/kernel';
import { Handles, type Message } from '@dhanman/messaging';
import { change } from '@dhanman/platform';
import { Controller } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CreditNotesService } from '../credit-notes/credit-notes.service.js';
import { InvoiceCancellations } from '../invoices/invoice-cancellations.service.js';
import { InvoicesService } from '../invoices/invoices.service.js';
import { ReceiptsService } from '../receipts/receipts.service.js';
import { RefundsService } from '../refunds/refunds.service.js';
import { Settlements } from '../settlement/settlements.service.js';
import { PostingTable } from './posting.table.js';

type Source = PayloadOf<typeof TransactionPosted>['source'];

/** The ledger's answers, to invoices and to whatever keeps its request as a posting. */
@Controller()
export class LedgerHandlers {
  constructor(
    private readonly invoices: InvoicesService,
    private readonly cancellations: InvoiceCancellations,
    private readonly settlements: Settlements,
    private readonly receipts: ReceiptsService,
    private readonly creditNotes: CreditNotesService,
    private readonly refunds: RefundsService,
  ) {}

  @Handles(TransactionPosted)
  async onTransactionPosted(
    { envelope: { organizationId }, payload }: Message<typeof TransactionPosted>,
    tx: EntityManager,
  ): Promise<void> {
    const { source } = payload;
    const entryId = parseId(payload.entryId);
    if (source.document === 'invoice')
      await this.invoices.posted(tx, invoiceKey(organizationId, source), source.version, entryId);
    else
      await change(tx, PostingTable, keyOf(organizationId, source), (posting) =>
        posting.posted(source.version, entryId),
      );
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

  /** Only now is what the document settled open again: until here the ledger could have refused. */
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
      const { document, documentId, reversalOn } = posting;
      if (givesCredit(document) && reversalOn !== null) {
        const credit = { organizationId, id: parseId<'Credit'>(documentId) };
        await this.settlements.end(tx, credit, PlainDate.parse(reversalOn));
      }
      if (document === 'refund' && reversalOn !== null)
        await this.refunds.end(tx, { organizationId, id: parseId(documentId) }, PlainDate.parse(reversalOn));
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
      await change(tx, PostingTable, key, (posting) => posting.reversalRejected(code, reason));
      if (source.document === 'receipt')
        await this.receipts.standsAgain(tx, organizationId, parseId(source.id));
      if (source.document === 'credit-note')
        await this.creditNotes.standsAgain(tx, organizationId, parseId(source.id));
      if (source.document === 'refund')
        await this.refunds.standsAgain(tx, { organizationId, id: parseId(source.id) });
    }
  }
}

function givesCredit(document: string): boolean {
  return document === 'receipt' || document === 'credit-note';
}

function invoiceKey(organizationId: Id, { id }: Source) {
  return { organizationId, id: parseId<'Invoice'>(id) };
}

function keyOf(organizationId: Id, { document, id, purpose }: Source) {
  return { organizationId, document, documentId: parseId(id), purpose };
}
