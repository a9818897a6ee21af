import type { CorrectWriteOff, CreateWriteOff, UndoWriteOff } from '@dhanman/contracts';
import { type Id, newId, parseId, PlainDate } from '@dhanman/kernel';
import { type Actor, add, change, Database, NotFound } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { StandingInvoices } from '../invoices/standing-invoices.service.js';
import { DocumentNumbers } from '../numbers/document-numbers.service.js';
import { LedgerDoor } from '../postings/ledger-door.service.js';
import { Posting } from '../postings/posting.js';
import { Credit } from '../settlement/credit.js';
import { type CreditKey, Settlements } from '../settlement/settlements.service.js';
import { DocumentUndoneTooEarly, DocumentYearFixed } from '../settlement/taking-back.js';
import { WriteOff, type WriteOffId } from './write-off.js';
import { writeOffEntry } from './write-off-transaction.js';
import { WriteOffTable } from './write-off.table.js';

const series = { document: 'write-off', prefix: 'WO' };

@Injectable()
export class WriteOffsService {
  constructor(
    private readonly db: Database,
    private readonly numbers: DocumentNumbers,
    private readonly invoices: StandingInvoices,
    private readonly settlements: Settlements,
    private readonly door: LedgerDoor,
  ) {}

  /** The invoice is locked first, as by every payment: what is open of it is settled once. */
  async write(actor: Actor, { invoiceId, ...details }: CreateWriteOff): Promise<WriteOff> {
    const entered = { ...details, on: PlainDate.parse(details.on) };
    return this.db.transaction(actor, async (tx) => {
      const invoice = await this.invoices.locked(tx, actor, parseId(invoiceId));
      const key = actor.key(newId<'WriteOff'>());
      const draft = WriteOff.of(invoice, key, entered);
      const { amount, currency } = draft;
      const credit = await this.settlements.give(tx, creditFor(draft));
      const wanted = [{ invoiceId: invoice.id, amount }];
      await this.settlements.settle(tx, credit, { on: entered.on, currency, wanted });
      // Last, because everybody who numbers a write-off waits here for the one before.
      const number = await this.numbers.next(tx, actor, entered.on, series);
      const writeOff = await add(tx, WriteOffTable, draft.numbered(number));
      const entry = writeOffEntry(writeOff, invoice.number ?? '');
      await this.door.ask(tx, Posting.asked(postingOf(writeOff), entered.on, entry));
      return writeOff;
    });
  }

  /** Sends one that the ledger refused again, on another day. */
  async correct(actor: Actor, id: WriteOffId, correction: CorrectWriteOff): Promise<void> {
    const on = PlainDate.parse(correction.on);
    await this.db.transaction(actor, async (tx) => {
      const writeOff = await change(tx, WriteOffTable, actor.key(id), async (current) => {
        if (!(await this.numbers.isOneYear(tx, actor, [PlainDate.parse(current.on), on])))
          throw new DocumentYearFixed('write-off', current.number);
        return current.corrected(await this.invoices.read(tx, actor, current.invoiceId), on);
      });
      const credit = creditKey(writeOff);
      await this.settlements.locked(tx, credit);
      await this.settlements.redate(tx, credit, { on, currency: writeOff.currency });
      const posting = await this.asked(tx, writeOff);
      await this.door.askAgain(tx, posting, (refused) => refused.corrected(on));
    });
  }

  /** What it wrote off is owed again once the ledger has agreed; one that the ledger never took is withdrawn at once. */
  async undo(actor: Actor, id: WriteOffId, undoing: UndoWriteOff): Promise<void> {
    const on = PlainDate.parse(undoing.on);
    await this.db.transaction(actor, async (tx) => {
      const writeOff = await change(tx, WriteOffTable, actor.key(id), (current) => current.undo(undoing));
      const posting = await this.asked(tx, writeOff);
      if (undoing.how === 'withdrawn') {
        await this.door.withdraw(tx, posting);
        await this.settlements.end(tx, creditKey(writeOff), PlainDate.parse(writeOff.on));
        return;
      }
      if (posting.on > undoing.on) throw new DocumentUndoneTooEarly('write-off', posting.on);
      await this.door.reverse(tx, [posting], { on, reason: undoing.reason.trim() });
    });
  }

  async standsAgain(tx: EntityManager, organizationId: Id, id: WriteOffId): Promise<void> {
    await change(tx, WriteOffTable, { organizationId, id }, (writeOff) => writeOff.standsAgain());
  }

  private async asked(tx: EntityManager, { organizationId, id }: WriteOff): Promise<Posting> {
    const [posting] = await this.door.askedFor(tx, organizationId, id);
    if (!posting) throw new NotFound('posting');
    return posting;
  }
}

function creditFor({ organizationId, companyId, id, customerId, on, amount }: WriteOff): Credit {
  const key = { organizationId, companyId, id: parseId<'Credit'>(id) };
  return Credit.given({ ...key, customerId, document: 'write-off', on, amount });
}

function creditKey({ organizationId, id }: WriteOff): CreditKey {
  return { organizationId, id: parseId<'Credit'>(id) };
}

function postingOf({ organizationId, companyId, id }: WriteOff) {
  const key = { organizationId, companyId, id: newId<'Posting'>() };
  return { ...key, document: 'write-off', documentId: id, purpose: 'write-off', creditId: id };
}
