import type {
  ApplyAdvance,
  CorrectReceipt,
  CreateReceipt,
  ReleaseAllocations,
  UndoReceipt,
} from '@dhanman/contracts';
import { type Id, newId, parseId, PlainDate } from '@dhanman/kernel';
import { type Actor, add, change, Database, NotFound } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DocumentNumbers } from '../numbers/document-numbers.service.js';
import { LedgerDoor } from '../postings/ledger-door.service.js';
import { Posting, PostingNotRejected } from '../postings/posting.js';
import { Credit } from '../settlement/credit.js';
import { CreditUse } from '../settlement/credit-use.service.js';
import { totalOf } from '../settlement/settlement.js';
import { type CreditKey, Settlements } from '../settlement/settlements.service.js';
import { DocumentUndoneTooEarly, DocumentYearFixed } from '../settlement/taking-back.js';
import { Receipt, type ReceiptId } from './receipt.js';
import { receiptEntry } from './receipt-transaction.js';
import { ReceiptTable } from './receipt.table.js';

/** Money comes in on any day somebody finds time to enter it, so that its numbers need not follow its dates. */
const series = { document: 'receipt', prefix: 'RC' };

@Injectable()
export class ReceiptsService {
  constructor(
    private readonly db: Database,
    private readonly numbers: DocumentNumbers,
    private readonly settlements: Settlements,
    private readonly door: LedgerDoor,
    private readonly use: CreditUse,
  ) {}

  async receive(actor: Actor, details: CreateReceipt): Promise<Receipt> {
    return this.db.transaction(actor, async (tx) => {
      const [on, currency] = [PlainDate.parse(details.on), await this.numbers.currency(tx, actor)];
      const key = actor.key(newId<'Receipt'>());
      const draft = Receipt.received(key, details, currency);
      const credit = await this.settlements.give(tx, creditFor(draft));
      const shares = await this.settlements.settle(tx, credit, { on, currency, wanted: details.allocations });
      // Last, because everybody who numbers a receipt waits here for the one before.
      const number = await this.numbers.next(tx, actor, on, series);
      const receipt = await add(tx, ReceiptTable, draft.numbered(number));
      const entry = receiptEntry(receipt, totalOf(shares, currency));
      await this.door.ask(tx, Posting.asked(postingOf(receipt), on, entry));
      return receipt;
    });
  }

  /** Sends one that the ledger refused again, on another day or with another account. */
  async correct(actor: Actor, id: ReceiptId, correction: CorrectReceipt): Promise<Receipt> {
    const on = PlainDate.parse(correction.on);
    return this.db.transaction(actor, async (tx) => {
      const receipt = await change(tx, ReceiptTable, actor.key(id), async (current) => {
        if (!(await this.numbers.isOneYear(tx, actor, [PlainDate.parse(current.on), on])))
          throw new DocumentYearFixed('receipt', current.number);
        return current.corrected(on, correction.account);
      });
      const credit = creditKey(receipt);
      await this.settlements.locked(tx, credit);
      const settled = await this.settlements.redate(tx, credit, { on, currency: receipt.currency });
      const [posting] = await this.askedFor(tx, receipt);
      if (!posting) throw new NotFound('posting');
      const entry = receiptEntry(receipt, settled);
      await this.door.askAgain(tx, posting, (refused) => refused.corrected(on, entry));
      return receipt;
    });
  }

  async apply(actor: Actor, id: ReceiptId, applying: ApplyAdvance): Promise<void> {
    await this.db.transaction(actor, async (tx) => this.use.apply(tx, await found(tx, actor, id), applying));
  }

  async release(actor: Actor, id: ReceiptId, releasing: ReleaseAllocations): Promise<void> {
    await this.db.transaction(actor, async (tx) =>
      this.use.release(tx, await found(tx, actor, id), releasing),
    );
  }

  /**
   * Takes it back with everything that was posted for it, all or none of it. Invoices are open again once the ledger has
   * agreed; one that the ledger never took is withdrawn at once.
   */
  async undo(actor: Actor, id: ReceiptId, undoing: UndoReceipt): Promise<Receipt> {
    const on = PlainDate.parse(undoing.on);
    return this.db.transaction(actor, async (tx) => {
      const receipt = await change(tx, ReceiptTable, actor.key(id), (current) => current.undo(undoing, on));
      const key = creditKey(receipt);
      await this.settlements.lockedToEnd(tx, key);
      const postings = await this.askedFor(tx, receipt);
      if (undoing.how === 'withdrawn') {
        await this.withdraw(tx, receipt, postings);
        return receipt;
      }
      const [late] = postings.filter((posting) => posting.on > undoing.on);
      if (late) throw new DocumentUndoneTooEarly('receipt', late.on);
      await this.door.reverse(tx, postings, { on, reason: undoing.reason.trim() });
      return receipt;
    });
  }

  async standsAgain(tx: EntityManager, organizationId: Id, id: ReceiptId): Promise<void> {
    await change(tx, ReceiptTable, { organizationId, id }, (receipt) => receipt.standsAgain());
  }

  private async withdraw(tx: EntityManager, receipt: Receipt, postings: readonly Posting[]): Promise<void> {
    const [posting] = postings;
    if (posting?.state !== 'rejected' || postings.length > 1) throw new PostingNotRejected();
    await this.door.withdraw(tx, posting);
    await this.settlements.end(tx, creditKey(receipt), PlainDate.parse(receipt.on));
  }

  private async askedFor(tx: EntityManager, { organizationId, id }: Receipt): Promise<readonly Posting[]> {
    return this.door.askedFor(tx, organizationId, id);
  }
}

async function found(tx: EntityManager, actor: Actor, id: ReceiptId): Promise<Receipt> {
  const receipt = await tx.findOneBy(ReceiptTable, actor.key(id));
  if (!receipt) throw new NotFound('receipt');
  return receipt;
}

function creditFor({ organizationId, companyId, id, customerId, on, value }: Receipt): Credit {
  const key = { organizationId, companyId, id: parseId<'Credit'>(id) };
  return Credit.given({ ...key, customerId, document: 'receipt', on, amount: value.toJSON() });
}

function creditKey({ organizationId, id }: Receipt): CreditKey {
  return { organizationId, id: parseId<'Credit'>(id) };
}

function postingOf({ organizationId, companyId, id }: Receipt) {
  const key = { organizationId, companyId, id: newId<'Posting'>() };
  return { ...key, document: 'receipt', documentId: id, purpose: 'receive', creditId: id };
}
