import { PrintInvoice } from '@dhanman/contracts';
import { publish } from '@dhanman/messaging';
import { type Actor, add, Database, NotFound } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { registrationIn, registrationsOf } from '../tax/registration.js';
import type { Invoice, InvoiceId } from './invoice.js';
import { InvoiceTable } from './invoice.table.js';
import { InvoicePaper, type PaperContent, type PaperParty, PaperOfUnissued } from './paper.js';
import { PaperTable } from './paper.table.js';
import { upiRequestOf } from './upi-request.js';

interface Parties {
  readonly seller: PaperParty & {
    readonly payment: string | null;
    readonly terms: string | null;
    readonly upiId: string | null;
    readonly gstins: readonly string[];
  };
  readonly buyer: PaperParty;
  readonly isComposition: boolean;
}

@Injectable()
export class PapersService {
  constructor(private readonly db: Database) {}

  /** In the transaction that issues the invoice: what stands on its paper from now on, and the job that prints it. */
  async freeze(tx: EntityManager, actor: Actor, invoice: Invoice): Promise<void> {
    await add(
      tx,
      PaperTable,
      InvoicePaper.frozen(actor.key(invoice.id), await this.contentOf(tx, actor, invoice)),
    );
    await publish(tx, PrintInvoice, { invoiceId: invoice.id });
  }

  /** For an invoice of before papers were kept, and for one whose printing was given up; one that is printed stays. */
  async ask(actor: Actor, id: InvoiceId): Promise<void> {
    await this.db.transaction(actor, async (tx) => {
      const invoice = await tx.findOne(InvoiceTable, {
        where: actor.key(id),
        lock: { mode: 'pessimistic_write' },
      });
      if (!invoice) throw new NotFound('invoice');
      if (!invoice.isNumbered) throw new PaperOfUnissued();
      const paper = await tx.findOneBy(PaperTable, actor.key(id));
      if (!paper) return this.freeze(tx, actor, invoice);
      if (paper.files === null) await publish(tx, PrintInvoice, { invoiceId: id });
    });
  }

  private async contentOf(tx: EntityManager, actor: Actor, invoice: Invoice): Promise<PaperContent> {
    const { number, on, dueOn, notes, currency, content, taxed, customerId } = invoice;
    const [parties] = await tx.query<Parties[]>(partiesSql, [
      actor.organizationId,
      actor.company,
      customerId,
    ]);
    if (!parties || number === null) throw new PaperOfUnissued();
    const { buyer, isComposition } = parties;
    const seller = sellerOf(parties, content.soldFrom);
    const { payment, terms } = parties.seller;
    const said = { notes, payment, terms, upi: upiRequestOf(invoice, parties.seller) };
    return { seller, buyer, isComposition, number, on, dueOn, ...said, currency, content, taxed };
  }
}

/** Of several registrations the one that sells stands on the paper. */
function sellerOf({ seller }: Parties, soldFrom: string | undefined): PaperParty {
  const registration = registrationIn(registrationsOf(seller.gstins), soldFrom);
  return {
    name: seller.name,
    gstin: registration?.gstin ?? null,
    stateCode: registration?.stateCode ?? soldFrom ?? seller.stateCode,
    ...{ address: seller.address ?? null, contact: seller.contact ?? null },
  };
}

const partiesSql = `
  select jsonb_build_object('name', coalesce(company.legal_name, company.name), 'gstins', coalesce(gstins, '[]'),
      'stateCode', setting.state_code, 'address', said.address, 'contact', said.contact, 'payment', said.payment,
      'terms', said.terms, 'upiId', said.upi_id) as seller,
    jsonb_build_object('name', customer.name, 'gstin', gstin, 'stateCode', customer.state_code,
      'address', customer.address) as buyer,
    coalesce(is_composition, false) as "isComposition"
  from company
    join customer on customer.organization_id = company.organization_id and customer.company_id = company.id
      and customer.id = $3
    left join tax_setting as setting on setting.organization_id = company.organization_id and setting.id = company.id
    left join paper_setting as said on said.organization_id = company.organization_id and said.id = company.id
  where company.organization_id = $1 and company.id = $2`;
