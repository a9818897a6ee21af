import { type CancelInvoice, ReverseTransactions } from '@dhanman/contracts';
import { type Id, PlainDate } from '@dhanman/kernel';
import { publish } from '@dhanman/messaging';
import { type Actor, atVersion, change, Database } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Invoice, InvoiceId } from './invoice.js';
import { InvoiceCancelledTooEarly, InvoiceCredited } from './invoice-cancellation.js';
import { cancellationOf } from './invoice-transaction.js';
import { InvoiceTable } from './invoice.table.js';
import type { AnsweredKey } from './invoices.service.js';

/** An issued invoice that should never have been: taken back whole, under its number, which no other gets. */
@Injectable()
export class InvoiceCancellations {
  constructor(private readonly db: Database) {}

  /** Whoever settles or credits it takes turns with this on the row of the invoice. */
  async cancel(actor: Actor, id: InvoiceId, version: number, { on: text, reason }: CancelInvoice) {
    const on = PlainDate.parse(text);
    await this.db.transaction(actor, async (tx) => {
      const invoice = await change(tx, InvoiceTable, actor.key(id), async (current) => {
        const cancelled = atVersion(current, version).cancel({ on, reason });
        await mustBeFree(tx, current, text);
        return cancelled;
      });
      if (invoice.state !== 'cancelled') await publish(tx, ReverseTransactions, cancellationOf(invoice));
    });
  }

  /** The answers of the ledger. */
  async cancelled(tx: EntityManager, key: AnsweredKey, entryId: Id): Promise<void> {
    await change(tx, InvoiceTable, key, (invoice) => invoice.cancelled(entryId));
  }

  async refused(tx: EntityManager, key: AnsweredKey, code: string, reason: string): Promise<void> {
    await change(tx, InvoiceTable, key, (invoice) => invoice.standsAgain(code, reason));
  }
}

async function mustBeFree(tx: EntityManager, { organizationId, id }: Invoice, on: string): Promise<void> {
  const [credited] = await tx.query<{ number: string }[]>(standingNote, [organizationId, id]);
  if (credited) throw new InvoiceCredited(credited.number);
  const [last] = await tx.query<{ on: string | null }[]>(lastMoved, [organizationId, id]);
  // What had settled it until that day did so while it stood.
  if (last?.on && last.on > on) throw new InvoiceCancelledTooEarly(last.on);
}

const standingNote = `
  select number from credit_note note
  join credit on credit.organization_id = note.organization_id and credit.id = note.id and ended_on is null
  where note.organization_id = $1 and invoice_id = $2 and state = 'issued'
  order by note.id limit 1`;

const lastMoved = `
  select max(greatest(dated_on, released_on))::text as "on" from allocation
  where organization_id = $1 and invoice_id = $2`;
