import type { ApplyAdvance, ReleaseAllocations } from '@dhanman/contracts';
import { type Id, Money, newId, parseId, PlainDate } from '@dhanman/kernel';
import { NotFound } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { LedgerDoor } from '../postings/ledger-door.service.js';
import { Posting, PostingNotPosted } from '../postings/posting.js';
import { applicationEntry, type Giver } from '../receipts/receipt-transaction.js';
import type { Credit } from './credit.js';
import { totalOf } from './settlement.js';
import { type CreditKey, Settlements } from './settlements.service.js';

/** A document that gave a credit, whose id the credit has. */
export type GivingDocument = Giver & {
  readonly organizationId: Id;
  readonly companyId: Id;
  readonly id: Id;
};

/** What is done with a credit after it was given, whichever document gave it. */
@Injectable()
export class CreditUse {
  constructor(
    private readonly settlements: Settlements,
    private readonly door: LedgerDoor,
  ) {}

  /** Settles invoices with what is left of it, which posts from the advance. */
  async apply(
    tx: EntityManager,
    giver: GivingDocument,
    { on: text, allocations }: ApplyAdvance,
  ): Promise<void> {
    const { currency } = giver;
    const on = PlainDate.parse(text);
    const credit = await this.standing(tx, giver);
    const shares = await this.settlements.settle(tx, credit, { on, currency, wanted: allocations });
    const amount = totalOf(shares, currency);
    if (amount.isPositive) await this.askFor(tx, giver, { on, purpose: 'apply', amount });
  }

  /** Opens invoices again that it settled; what it settled is an advance from then on. */
  async release(
    tx: EntityManager,
    giver: GivingDocument,
    { on: text, allocationIds }: ReleaseAllocations,
  ): Promise<void> {
    const { currency } = giver;
    const on = PlainDate.parse(text);
    await this.standing(tx, giver);
    const ids = allocationIds.map((one) => parseId<'Allocation'>(one));
    const released = await this.settlements.release(tx, creditOf(giver), { on, ids });
    if (released.length < new Set(ids).size) throw new NotFound('allocation');
    const amount = Money.sum(
      released.map((one) => Money.parse(one.amount, currency)),
      currency,
    );
    await this.askFor(tx, giver, { on, purpose: 'release', amount });
  }

  /** The locked credit, if its own document stands in the books. */
  async standing(tx: EntityManager, giver: Pick<GivingDocument, 'organizationId' | 'id'>): Promise<Credit> {
    const credit = await this.settlements.locked(tx, creditOf(giver));
    const [first] = await this.door.askedFor(tx, giver.organizationId, giver.id);
    if (first?.state !== 'posted') throw new PostingNotPosted(first?.state ?? 'asked');
    return credit;
  }

  private async askFor(
    tx: EntityManager,
    giver: GivingDocument,
    {
      on,
      purpose,
      amount,
    }: { readonly on: PlainDate; readonly purpose: 'apply' | 'release'; readonly amount: Money },
  ): Promise<void> {
    const { organizationId, companyId, id: creditId } = giver;
    const key = { organizationId, companyId, id: newId<'Posting'>(), creditId };
    const source = { ...key, document: 'advance-application', documentId: newId(), purpose };
    await this.door.ask(tx, Posting.asked(source, on, applicationEntry(giver, amount, purpose)));
  }
}

function creditOf({ organizationId, id }: Pick<GivingDocument, 'organizationId' | 'id'>): CreditKey {
  return { organizationId, id: parseId<'Credit'>(id) };
}
