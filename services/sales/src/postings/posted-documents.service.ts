import { parseId, PlainDate } from '@dhanman/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CreditNotesService } from '../credit-notes/credit-notes.service.js';
import { ReceiptsService } from '../receipts/receipts.service.js';
import { RefundsService } from '../refunds/refunds.service.js';
import { Settlements } from '../settlement/settlements.service.js';
import { WriteOffsService } from '../write-offs/write-offs.service.js';
import type { Posting } from './posting.js';

/** What it means to a document that the ledger takes its entry back, or refuses to. */
@Injectable()
export class PostedDocuments {
  constructor(
    private readonly settlements: Settlements,
    private readonly receipts: ReceiptsService,
    private readonly creditNotes: CreditNotesService,
    private readonly refunds: RefundsService,
    private readonly writeOffs: WriteOffsService,
  ) {}

  /** Only now is what the document settled open again: until here the ledger could have refused. */
  async reversed(tx: EntityManager, posting: Posting): Promise<void> {
    const { organizationId, document, documentId, reversalOn } = posting;
    if (reversalOn === null) return;
    const on = PlainDate.parse(reversalOn);
    if (document === 'receipt' || document === 'credit-note' || document === 'write-off')
      await this.settlements.end(tx, { organizationId, id: parseId<'Credit'>(documentId) }, on);
    if (document === 'refund') await this.refunds.end(tx, { organizationId, id: parseId(documentId) }, on);
  }

  /** The ledger would not take it back. */
  async standsAgain(tx: EntityManager, posting: Posting): Promise<void> {
    const { organizationId, document, documentId } = posting;
    if (document === 'receipt') await this.receipts.standsAgain(tx, organizationId, parseId(documentId));
    if (document === 'credit-note')
      await this.creditNotes.standsAgain(tx, organizationId, parseId(documentId));
    if (document === 'write-off') await this.writeOffs.standsAgain(tx, organizationId, parseId(documentId));
    if (document === 'refund')
      await this.refunds.standsAgain(tx, { organizationId, id: parseId(documentId) });
  }
}
