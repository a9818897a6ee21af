import type { CorrectRefund, CreateRefund, UndoRefund } from '@dhanman/contracts';
import { type Id, newId, parseId, PlainDate } from '@dhanman/kernel';
import { type Actor, add, change, Database, NotFound } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DocumentNumbers } from '../numbers/document-numbers.service.js';
import { LedgerDoor } from '../postings/ledger-door.service.js';
import { Posting } from '../postings/posting.js';
import type { Credit } from '../settlement/credit.js';
import { CreditUse } from '../settlement/credit-use.service.js';
import { type CreditKey, Settlements } from '../settlement/settlements.service.js';
import { DocumentYearFixed } from '../settlement/taking-back.js';
import { Refund, type RefundId, RefundTooEarly } from './refund.js';
import { refundEntry } from './refund-transaction.js';
import { RefundTable } from './refund.table.js';

const series = { document: 'refund', prefix: 'RF' };

interface RefundKey {
  readonly organizationId: Id;
  readonly id: RefundId;
}

@Injectable()
export class RefundsService {
  constructor(
    private readonly db: Database,
    private readonly numbers: DocumentNumbers,
    private readonly use: CreditUse,
    private readonly door: LedgerDoor,
    private readonly settlements: Settlements,
  ) {}

  /** The credit is locked first, as by everything that uses it: two that want the same money take turns. */
  async pay(actor: Actor, details: CreateRefund): Promise<Refund> {
    const on = PlainDate.parse(details.on);
    return this.db.transaction(actor, async (tx) => {
      const credit = await this.standing(tx, actor, details.creditId);
      await mustBeFree(tx, credit, on);
      const [key, currency] = [actor.key(newId<'Refund'>()), await this.numbers.currency(tx, actor)];
      const draft = Refund.paid(key, details, { credit, currency });
      // Last, because everybody who numbers a refund waits here for the one before.
      const number = await this.numbers.next(tx, actor, on, series);
      const refund = await add(tx, RefundTable, draft.numbered(number));
      const source = { ...sourceOf(refund), companyId: refund.companyId, id: newId<'Posting'>() };
      await this.door.ask(tx, Posting.asked({ ...source, creditId: null }, on, refundEntry(refund)));
      return refund;
    });
  }

  /** Sends one that the ledger refused again, on another day or from another account. */
  async correct(actor: Actor, id: RefundId, correction: CorrectRefund): Promise<void> {
    const on = PlainDate.parse(correction.on);
    await this.db.transaction(actor, async (tx) => {
      const credit = await this.standing(tx, actor, (await found(tx, actor, id)).creditId);
      await mustBeFree(tx, credit, on);
      const refund = await change(tx, RefundTable, actor.key(id), async (current) => {
        if (!(await this.numbers.isOneYear(tx, actor, [PlainDate.parse(current.on), on])))
          throw new DocumentYearFixed('refund', current.number);
        return current.corrected(on, correction.account);
      });
      const posting = await this.door.askedBy(tx, sourceOf(refund));
      await this.door.askAgain(tx, posting, (refused) => refused.corrected(on, refundEntry(refund)));
    });
  }

  /** Its money is unused again once the ledger has agreed; one that the ledger never took is withdrawn at once. */
  async undo(actor: Actor, id: RefundId, undoing: UndoRefund): Promise<void> {
    await this.db.transaction(actor, async (tx) => {
      await this.settlements.locked(tx, keyOf(await found(tx, actor, id)));
      const refund = await change(tx, RefundTable, actor.key(id), (current) => current.undo(undoing));
      const posting = await this.door.askedBy(tx, sourceOf(refund));
      if (undoing.how === 'withdrawn') {
        await this.door.withdraw(tx, posting);
        await this.end(tx, refund, PlainDate.parse(refund.on));
        return;
      }
      const reversal = { on: PlainDate.parse(undoing.on), reason: undoing.reason.trim() };
      await this.door.reverse(tx, [posting], reversal);
    });
  }

  async end(tx: EntityManager, { organizationId, id }: RefundKey, on: PlainDate): Promise<void> {
    await change(tx, RefundTable, { organizationId, id }, (refund) => refund.end(on));
  }

  async standsAgain(tx: EntityManager, { organizationId, id }: RefundKey): Promise<void> {
    await change(tx, RefundTable, { organizationId, id }, (refund) => refund.standsAgain());
  }

  private async standing(tx: EntityManager, actor: Actor, creditId: string): Promise<Credit> {
    const key = actor.key(parseId<'Credit'>(creditId));
    return this.use.standing(tx, await this.settlements.given(tx, key));
  }
}

async function found(tx: EntityManager, actor: Actor, id: RefundId): Promise<Refund> {
  const refund = await tx.findOneBy(RefundTable, actor.key(id));
  if (!refund) throw new NotFound('refund');
  return refund;
}

function keyOf({ organizationId, creditId: id }: Refund): CreditKey {
  return { organizationId, id };
}

function sourceOf({ organizationId, id }: Refund) {
  return { organizationId, document: 'refund', documentId: id, purpose: 'pay' };
}

/** What was used until some day is unused from that day on only: paid back before, it would have been used twice. */
async function mustBeFree(tx: EntityManager, credit: Credit, on: PlainDate): Promise<void> {
  const [row] = await tx.query<{ freeOn: string }[]>(
    `select greatest($3::date,
       (select max(released_on) from allocation where organization_id = $1 and credit_id = $2),
       (select max(ended_on) from refund where organization_id = $1 and credit_id = $2
          and undone = 'reversed'))::text as "freeOn"`,
    [credit.organizationId, credit.id, credit.on],
  );
  if (row && on.toString() < row.freeOn) throw new RefundTooEarly(row.freeOn);
}
