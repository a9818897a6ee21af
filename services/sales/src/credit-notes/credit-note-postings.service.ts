import { Money, newId, parseId, PlainDate } from '@dhanman/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Invoice } from '../invoices/invoice.js';
import { LedgerDoor } from '../postings/ledger-door.service.js';
import { Posting, PostingNotRejected } from '../postings/posting.js';
import { Credit } from '../settlement/credit.js';
import { totalOf } from '../settlement/settlement.js';
import { type CreditKey, Settlements } from '../settlement/settlements.service.js';
import { DocumentUndoneTooEarly } from '../settlement/taking-back.js';
import type { CreditNote } from './credit-note.js';
import { creditNoteEntry } from './credit-note-transaction.js';

/** What an issued note means to what customers owe, and to the books. */
@Injectable()
export class CreditNotePostings {
  constructor(
    private readonly settlements: Settlements,
    private readonly door: LedgerDoor,
  ) {}

  /** It settles its own locked invoice as far as that is open; the rest is kept for the customer. */
  async ask(tx: EntityManager, note: CreditNote, invoice: Invoice): Promise<void> {
    const { organizationId, companyId, id, currency } = note;
    const on = PlainDate.parse(note.on);
    const credit = await this.settlements.give(tx, creditFor(note));
    const wanted = ownShare(note, invoice);
    const settled = totalOf(await this.settlements.settle(tx, credit, { on, currency, wanted }), currency);
    const entry = creditNoteEntry(note, invoice.number ?? '', settled);
    const key = { organizationId, companyId, id: newId<'Posting'>(), creditId: id };
    const source = { ...key, document: 'credit-note', documentId: id, purpose: 'issue' };
    await this.door.ask(tx, Posting.asked(source, on, entry));
  }

  async mustBeRefused(tx: EntityManager, note: CreditNote): Promise<void> {
    await this.refused(tx, note);
  }

  /** Sends one that the ledger refused once more, as of the day that it has now. */
  async askAgain(tx: EntityManager, note: CreditNote, invoice: Invoice): Promise<void> {
    const [key, on] = [keyOf(note), PlainDate.parse(note.on)];
    await this.settlements.locked(tx, key);
    const settled = await this.settlements.redate(tx, key, { on, currency: note.currency });
    const entry = creditNoteEntry(note, invoice.number ?? '', settled);
    await this.door.askAgain(tx, await this.refused(tx, note), (posting) => posting.corrected(on, entry));
  }

  /** What the ledger has refused is given up at once; what it has posted, it has to take back. */
  async takeBack(
    tx: EntityManager,
    note: CreditNote,
    { on, reason }: { readonly on: PlainDate; readonly reason: string },
  ): Promise<'reversed' | 'withdrawn'> {
    const key = keyOf(note);
    await this.settlements.lockedToEnd(tx, key);
    const postings = await this.door.askedFor(tx, note.organizationId, note.id);
    const [first] = postings;
    if (first?.state === 'rejected') {
      await this.door.withdraw(tx, first);
      await this.settlements.end(tx, key, PlainDate.parse(note.on));
      return 'withdrawn';
    }
    const [late] = postings.filter((posting) => posting.on > on.toString());
    if (late) throw new DocumentUndoneTooEarly('credit-note', late.on);
    await this.door.reverse(tx, postings, { on, reason: reason.trim() });
    return 'reversed';
  }

  private async refused(tx: EntityManager, { organizationId, id }: CreditNote): Promise<Posting> {
    const [posting] = await this.door.askedFor(tx, organizationId, id);
    if (posting?.state !== 'rejected') throw new PostingNotRejected();
    return posting;
  }
}

function ownShare({ amount, currency }: CreditNote, { id, total, settled }: Invoice) {
  const open = Money.parse(total, currency).subtract(Money.parse(settled, currency));
  const share = amount.compare(open) < 0 ? amount : open;
  return share.isPositive ? [{ invoiceId: id, amount: share.toJSON() }] : [];
}

function creditFor({ organizationId, companyId, id, customerId, on, total }: CreditNote): Credit {
  const key = { organizationId, companyId, id: parseId<'Credit'>(id) };
  return Credit.given({ ...key, customerId, document: 'credit-note', on, amount: total });
}

function keyOf({ organizationId, id }: CreditNote): CreditKey {
  return { organizationId, id: parseId<'Credit'>(id) };
}
