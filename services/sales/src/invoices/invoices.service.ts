import { type CreateInvoice, PostTransaction } from '@dhanman/contracts';
import { FinancialYear, newId, type PlainDate } from '@dhanman/kernel';
import { publish } from '@dhanman/messaging';
import { type Actor, add, change, Database } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Invoice, InvoiceCompanyUnknown, InvoiceDateTooEarly, type InvoiceId } from './invoice.js';
import { transactionFor } from './invoice-transaction.js';
import { InvoiceTable } from './invoice.table.js';

@Injectable()
export class InvoicesService {
  constructor(private readonly db: Database) {}

  async create(actor: Actor, details: CreateInvoice): Promise<Invoice> {
    return this.db.transaction(actor, async (tx) => {
      const { currency } = await booksOf(tx, actor);
      return add(tx, InvoiceTable, Invoice.draft(actor.key(newId<'Invoice'>()), details, currency));
    });
  }

  /** Numbers a draft and asks the ledger to post it; one the ledger refused is asked for again under its number. */
  async issue(actor: Actor, id: InvoiceId, on: PlainDate): Promise<Invoice> {
    return this.db.transaction(actor, async (tx) => {
      const invoice = await change(tx, InvoiceTable, actor.key(id), async (current) =>
        current.isNumbered ? current.askAgain() : current.issue(await nextNumber(tx, actor, on), on),
      );
      await publish(tx, PostTransaction, transactionFor(invoice));
      return invoice;
    });
  }
}

interface Books {
  readonly currency: string;
  readonly startMonth: number;
}

async function booksOf(tx: EntityManager, actor: Actor): Promise<Books> {
  const [books] = await tx.query<Books[]>(
    `select currency, financial_year_start_month as "startMonth" from company
     where organization_id = $1 and id = $2`,
    [actor.organizationId, actor.company],
  );
  if (!books) throw new InvoiceCompanyUnknown();
  return books;
}

/** Gapless per company and financial year: the row is locked until the number is used or the transaction undone. */
async function nextNumber(tx: EntityManager, actor: Actor, on: PlainDate): Promise<string> {
  const { startMonth } = await booksOf(tx, actor);
  const year = FinancialYear.containing(on, startMonth).code;
  const [row] = await tx.query<{ last: number }[]>(
    `insert into invoice_series as series (organization_id, company_id, financial_year, last, last_on)
     values ($1, $2, $3, 1, $4)
     on conflict (organization_id, company_id, financial_year) do update
       set last = series.last + 1, last_on = excluded.last_on where series.last_on <= excluded.last_on
     returning last`,
    [actor.organizationId, actor.company, year, on.toString()],
  );
  if (!row) throw new InvoiceDateTooEarly();
  return `SI/${year}/${String(row.last).padStart(4, '0')}`;
}
