import { parseId } from '@dhanman/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CreditNotePapers } from '../credit-notes/credit-note-papers.service.js';
import { ReceiptPapers } from '../receipts/receipt-papers.service.js';
import type { Posting } from './posting.js';

/** What stands in the books gets its paper. */
@Injectable()
export class PostedPapers {
  constructor(
    private readonly receipts: ReceiptPapers,
    private readonly creditNotes: CreditNotePapers,
  ) {}

  async posted(tx: EntityManager, posting: Posting): Promise<void> {
    const { organizationId, state, document, documentId, purpose } = posting;
    if (state !== 'posted') return;
    if (document === 'receipt' && purpose === 'receive')
      await this.receipts.freeze(tx, organizationId, parseId(documentId));
    if (document === 'credit-note' && purpose === 'issue')
      await this.creditNotes.freeze(tx, organizationId, parseId(documentId));
  }
}
