import type { Id } from '@dhanman/kernel';
import { type Actor, Database, NotFound } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Paper, PaperOfUnposted } from '../papers/paper.js';
import type { ReceiptPaper } from '../papers/paper-content.js';
import { PaperParties } from '../papers/paper-parties.service.js';
import { Papers } from '../papers/papers.service.js';
import { LedgerDoor } from '../postings/ledger-door.service.js';
import type { Receipt, ReceiptId } from './receipt.js';
import { ReceiptTable } from './receipt.table.js';

@Injectable()
export class ReceiptPapers {
  constructor(
    private readonly db: Database,
    private readonly papers: Papers,
    private readonly parties: PaperParties,
    private readonly door: LedgerDoor,
  ) {}

  /** In the transaction in which the ledger says that it has it: what it refused may still get another day. */
  async freeze(tx: EntityManager, organizationId: Id, id: ReceiptId): Promise<void> {
    const key = { organizationId, id };
    const receipt = await tx.findOneBy(ReceiptTable, key);
    if (receipt && !(await this.papers.of(tx, key)))
      await this.papers.freeze(tx, receipt, await this.contentOf(tx, receipt));
  }

  async ask(actor: Actor, id: ReceiptId): Promise<void> {
    await this.db.transaction(actor, async (tx) => {
      const where = actor.key(id);
      const receipt = await tx.findOne(ReceiptTable, { where, lock: { mode: 'pessimistic_write' } });
      if (!receipt) throw new NotFound('receipt');
      await this.papers.ask(tx, receipt, async () => {
        const [posting] = await this.door.askedFor(tx, receipt.organizationId, id);
        if (posting?.state !== 'posted') throw new PaperOfUnposted();
        return this.contentOf(tx, receipt);
      });
    });
  }

  async of(actor: Actor, id: ReceiptId): Promise<Paper | null> {
    return this.db.read(actor, async (tx) => {
      if (!(await tx.existsBy(ReceiptTable, actor.key(id)))) throw new NotFound('receipt');
      return this.papers.of(tx, actor.key(id));
    });
  }

  private async contentOf(tx: EntityManager, receipt: Receipt): Promise<ReceiptPaper> {
    const { organizationId, id, number, on, currency, notes, mode, reference, amount, tds } = receipt;
    const { seller, buyer } = await this.parties.of(tx, receipt);
    const settled = await tx.query<ReceiptPaper['settled']>(settledNow, [organizationId, id]);
    return {
      ...{ document: 'receipt', seller, buyer, number, on, currency, notes, mode, reference },
      ...{ amount, tds, settled },
    };
  }
}

const settledNow = `
  select invoice.number, invoice.dated_on::text as "on", sum(amount)::text as amount
  from allocation join invoice on invoice.organization_id = allocation.organization_id and invoice.id = invoice_id
  where allocation.organization_id = $1 and credit_id = $2 and released_on is null
  group by invoice.id, invoice.number, invoice.dated_on order by invoice.dated_on, invoice.number`;
