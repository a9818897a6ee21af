import type {
  ApplyAdvance,
  CreateCreditNote,
  ReleaseAllocations,
  ReplaceCreditNote,
  UndoCreditNote,
} from '@dhanman/contracts';
import { type Id, newId, parseId, PlainDate } from '@dhanman/kernel';
import { type Actor, add, atVersion, change, Database, NotFound } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { approvalsNeeded } from '../approvals/approval-setting.js';
import { ApprovalSettingsService } from '../approvals/approval-settings.service.js';
import { DocumentNumbers } from '../numbers/document-numbers.service.js';
import { CreditUse } from '../settlement/credit-use.service.js';
import { DocumentYearFixed } from '../settlement/taking-back.js';
import { CreditNote, type CreditNoteId } from './credit-note.js';
import { CreditNoteBeforeInvoice, CreditNoteDateTooEarly } from './credit-note-errors.js';
import { CreditNotePostings } from './credit-note-postings.service.js';
import { CreditNoteTable } from './credit-note.table.js';
import { credited } from './creditable.js';
import { type Crediting, InvoiceLeft } from './invoice-left.queries.js';

const series = { document: 'credit-note', prefix: 'CN', tooEarly: () => new CreditNoteDateTooEarly() };

@Injectable()
export class CreditNotesService {
  constructor(
    private readonly db: Database,
    private readonly numbers: DocumentNumbers,
    private readonly approval: ApprovalSettingsService,
    private readonly postings: CreditNotePostings,
    private readonly use: CreditUse,
    private readonly left: InvoiceLeft,
  ) {}

  async create(actor: Actor, { invoiceId, ...details }: CreateCreditNote): Promise<CreditNote> {
    return this.db.transaction(actor, async (tx) => {
      const crediting = await this.left.read(tx, actor, parseId(invoiceId));
      const { id, customerId, currency } = crediting.invoice;
      const identity = { ...actor.key(newId<'CreditNote'>()), customerId, invoiceId: id, currency };
      const entered = await this.entered(tx, actor, crediting, details);
      const content = credited(crediting.left, entered.wanted);
      return add(tx, CreditNoteTable, CreditNote.draft(identity, entered, content, actor.userId));
    });
  }

  async replace(actor: Actor, id: CreditNoteId, version: number, details: ReplaceCreditNote): Promise<void> {
    await this.db.transaction(actor, (tx) =>
      change(tx, CreditNoteTable, actor.key(id), async (current) => {
        const note = atVersion(current, version);
        const crediting = await this.left.read(tx, actor, note.invoiceId);
        const entered = await this.entered(tx, actor, crediting, details);
        return note.replaced(entered, credited(crediting.left, entered.wanted), actor.userId);
      }),
    );
  }

  /**
   * Numbers a draft, settles its invoice, and asks the ledger; one the ledger refused is sent again, as of this day. Whoever
   * credits the same invoice waits here, so that no two notes take the same.
   */
  async issue(actor: Actor, id: CreditNoteId, on: PlainDate): Promise<void> {
    await this.db.transaction(actor, async (tx) => {
      const key = actor.key(id);
      const current = await tx.findOne(CreditNoteTable, { where: key, lock: { mode: 'pessimistic_write' } });
      if (!current) throw new NotFound('credit-note');
      if (current.number !== null) return this.correct(tx, actor, current, on);
      current.mustBeIssuable(approvalsNeeded(await this.approval.of(tx, actor), current.amount));
      const crediting = await this.left.locked(tx, actor, current.invoiceId);
      mustFollow(crediting, on);
      const content = credited(crediting.left, current.wanted);
      const number = await this.numbers.next(tx, actor, on, series);
      const note = await change(tx, CreditNoteTable, key, (one) => one.issue(number, on, content));
      await this.postings.ask(tx, note, crediting.invoice);
    });
  }

  async apply(actor: Actor, id: CreditNoteId, applying: ApplyAdvance): Promise<void> {
    await this.db.transaction(actor, async (tx) => this.use.apply(tx, await giver(tx, actor, id), applying));
  }

  async release(actor: Actor, id: CreditNoteId, releasing: ReleaseAllocations): Promise<void> {
    await this.db.transaction(actor, async (tx) =>
      this.use.release(tx, await giver(tx, actor, id), releasing),
    );
  }

  /** Takes it back with everything that was posted for it; the invoice is open again once the ledger has agreed. */
  async undo(actor: Actor, id: CreditNoteId, { on: text, reason }: UndoCreditNote): Promise<void> {
    const on = PlainDate.parse(text);
    await this.db.transaction(actor, (tx) =>
      change(tx, CreditNoteTable, actor.key(id), async (note) => {
        note.mustStand();
        const how = await this.postings.takeBack(tx, note, { on, reason });
        return note.undo(how, on, reason);
      }),
    );
  }

  async standsAgain(tx: EntityManager, organizationId: Id, id: CreditNoteId): Promise<void> {
    await change(tx, CreditNoteTable, { organizationId, id }, (note) => note.standsAgain());
  }

  /** Its number stays, so its year does. */
  private async correct(tx: EntityManager, actor: Actor, current: CreditNote, on: PlainDate): Promise<void> {
    current.mustStand();
    await this.postings.mustBeRefused(tx, current);
    const before = await this.numbers.yearOf(tx, actor, PlainDate.parse(current.on));
    const after = await this.numbers.yearOf(tx, actor, on);
    if (before !== after) throw new DocumentYearFixed('credit-note', current.number ?? '');
    const crediting = await this.left.read(tx, actor, current.invoiceId);
    mustFollow(crediting, on);
    const note = await change(tx, CreditNoteTable, actor.key(current.id), (one) => one.datedOn(on));
    await this.postings.askAgain(tx, note, crediting.invoice);
  }

  private async entered(
    tx: EntityManager,
    actor: Actor,
    crediting: Crediting,
    { on, reason, notes, lines }: ReplaceCreditNote,
  ) {
    const day = on === undefined ? await this.numbers.today(tx, actor) : PlainDate.parse(on);
    mustFollow(crediting, day);
    return { on: day.toString(), reason, notes: notes?.trim() ?? null, wanted: lines ?? null };
  }
}

function mustFollow({ invoice }: Crediting, on: PlainDate): void {
  if (on.isBefore(PlainDate.parse(invoice.on))) throw new CreditNoteBeforeInvoice(invoice.on);
}

async function giver(tx: EntityManager, actor: Actor, id: CreditNoteId) {
  const note = await tx.findOneBy(CreditNoteTable, actor.key(id));
  if (!note) throw new NotFound('credit-note');
  note.mustStand();
  return { ...note, number: note.number ?? '' };
}
