import { parseId, PlainDate } from '@dhanman/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CreditNotePapers } from '../credit-notes/credit-note-papers.service.js';
import { CreditNotesService } from '../credit-notes/credit-notes.service.js';
import { ReceiptPapers } from '../receipts/receipt-papers.service.js';
import { ReceiptsService } from '../receipts/receipts.service.js';
import { RefundsService } from '../refunds/refunds.service.js';
import { Settlements } from '../settlement/settlements.service.js';
import type { Posting } from './posting.js';

/** What the ledger's answer to a posting means to the document behind it. */
@Injectable()
export class PostedDocuments {
  constructor(
    private readonly settlements: Settlements,
    private readonly receipts: ReceiptsService,
    private readonly receiptPapers: ReceiptPapers,
    private readonly creditNotes: CreditNotesService,
    private readonly creditNotePapers: CreditNotePapers,
    private readonly refunds: RefundsService,
  ) {}

  /** What stands in the books gets its paper. */
  async posted(tx: EntityManager, posting: Posting): Promise<void> {
    const { organizationId, state, document, documentId, purpose } = posting;
    if (state !== 'posted') return;
    if (document === 'receipt' && purpose === 'receive')
      await this.receiptPapers.freeze(tx, organizationId, parseId(documentId));
    if (document === 'credit-note' && purpose === 'issue')
      await this.creditNotePapers.freeze(tx, organizationId, parseId(documentId));
  }

  /** Only now is what the document settled open again: until here the ledger could have refused. */
  async reversed(tx: EntityManager, posting: Posting): Promise<void> {
    const { organizationId, document, documentId, reversalOn } = posting;
    if (reversalOn === null) return;
    const on = PlainDate.parse(reversalOn);
    if (document === 'receipt' || document === 'credit-note')
      await this.settlements.end(tx, { organizationId, id: parseId<'Credit'>(documentId) }, on);
    if (document === 'refund') await this.refunds.end(tx, { organizationId, id: parseId(documentId) }, on);
  }

  /** The ledger would not take it back. */
  async standsAgain(tx: EntityManager, posting: Posting): Promise<void> {
    const { organizationId, document, documentId } = posting;
    if (document === 'receipt') await this.receipts.standsAgain(tx, organizationId, parseId(documentId));
    if (document === 'credit-note')
      await this.creditNotes.standsAgain(tx, organizationId, parseId(documentId));
    if (document === 'refund')
      await this.refunds.standsAgain(tx, { organizationId, id: parseId(documentId) });
  }
}
