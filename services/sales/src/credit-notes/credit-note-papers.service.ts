import type { Id } from '@dhanman/kernel';
import { type Actor, Database, NotFound } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Paper, PaperOfUnposted } from '../papers/paper.js';
import type { CreditNotePaper } from '../papers/paper-content.js';
import { PaperParties } from '../papers/paper-parties.service.js';
import { Papers } from '../papers/papers.service.js';
import { LedgerDoor } from '../postings/ledger-door.service.js';
import type { SaleContent } from '../tax/sale.js';
import type { CreditNote, CreditNoteId } from './credit-note.js';
import { CreditNoteTable } from './credit-note.table.js';

@Injectable()
export class CreditNotePapers {
  constructor(
    private readonly db: Database,
    private readonly papers: Papers,
    private readonly parties: PaperParties,
    private readonly door: LedgerDoor,
  ) {}

  /** In the transaction in which the ledger says that it has it: what it refused may still get another day. */
  async freeze(tx: EntityManager, organizationId: Id, id: CreditNoteId): Promise<void> {
    const key = { organizationId, id };
    const note = await tx.findOneBy(CreditNoteTable, key);
    if (note && !(await this.papers.of(tx, key)))
      await this.papers.freeze(tx, note, await this.contentOf(tx, note));
  }

  async ask(actor: Actor, id: CreditNoteId): Promise<void> {
    await this.db.transaction(actor, async (tx) => {
      const where = actor.key(id);
      const note = await tx.findOne(CreditNoteTable, { where, lock: { mode: 'pessimistic_write' } });
      if (!note) throw new NotFound('credit-note');
      await this.papers.ask(tx, note, async () => {
        const [posting] = await this.door.askedFor(tx, note.organizationId, id);
        if (posting?.state !== 'posted') throw new PaperOfUnposted();
        return this.contentOf(tx, note);
      });
    });
  }

  async of(actor: Actor, id: CreditNoteId): Promise<Paper | null> {
    return this.db.read(actor, async (tx) => {
      if (!(await tx.existsBy(CreditNoteTable, actor.key(id)))) throw new NotFound('credit-note');
      return this.papers.of(tx, actor.key(id));
    });
  }

  private async contentOf(tx: EntityManager, note: CreditNote): Promise<CreditNotePaper> {
    const { organizationId, number, on, currency, notes, reason, credited } = note;
    const [invoice] = await tx.query<Billed[]>(billed, [organizationId, note.invoiceId]);
    if (!invoice || number === null) throw new PaperOfUnposted();
    const { content, ...original } = invoice;
    const { seller, buyer } = await this.parties.of(tx, note, content.soldFrom);
    return {
      ...{ document: 'credit-note', seller, buyer, number, on, currency, notes, reason },
      ...{ invoice: original, isReverseCharge: content.isReverseCharge === true, totals: credited.totals },
      lines: credited.lines.map((line) => ({
        ...line,
        ratePercent: content.lines[line.line]?.ratePercent ?? '0',
      })),
    };
  }
}

interface Billed {
  readonly number: string;
  readonly on: string;
  readonly content: SaleContent;
}

const billed = `
  select number, dated_on::text as "on", content from invoice where organization_id = $1 and id = $2`;
