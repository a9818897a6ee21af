import type { Actor } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Invoice, InvoiceId } from '../invoices/invoice.js';
import { StandingInvoices } from '../invoices/standing-invoices.service.js';
import type { Credited } from './credit-note.js';
import { InvoiceNotCreditable } from './credit-note-errors.js';
import { creditable, type CreditableInvoice } from './creditable.js';

/** An invoice, and what of it no note has taken. */
export interface Crediting {
  readonly invoice: Invoice;
  readonly left: CreditableInvoice;
}

@Injectable()
export class InvoiceLeft {
  constructor(private readonly invoices: StandingInvoices) {}

  async read(tx: EntityManager, actor: Actor, id: InvoiceId): Promise<Crediting> {
    return crediting(tx, await this.invoices.read(tx, actor, id));
  }

  /** Whoever takes from the same invoice waits until this transaction ends. */
  async locked(tx: EntityManager, actor: Actor, id: InvoiceId): Promise<Crediting> {
    return crediting(tx, await this.invoices.locked(tx, actor, id));
  }
}

async function crediting(tx: EntityManager, invoice: Invoice): Promise<Crediting> {
  const { organizationId, id, state, stands } = invoice;
  if (!stands) throw new InvoiceNotCreditable(state);
  const before = await tx.query<{ credited: Credited }[]>(standingNotes, [organizationId, id]);
  const taken = before.map(({ credited }) => credited);
  return { invoice, left: creditable(invoice, taken) };
}

/** One that is being taken back stands until the ledger has agreed. */
const standingNotes = `
  select credited from credit_note note
  join credit on credit.organization_id = note.organization_id and credit.id = note.id and ended_on is null
  where note.organization_id = $1 and invoice_id = $2 and state = 'issued'
  order by note.id`;
