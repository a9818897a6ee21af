import type { InvoiceDto } from '@dhanman/contracts';
import { type Actor, Database, NotFound } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { Invoice, InvoiceId } from './invoice.js';
import { InvoiceTable } from './invoice.table.js';

@Injectable()
export class InvoicesQueries {
  constructor(private readonly db: Database) {}

  async get(actor: Actor, id: InvoiceId): Promise<InvoiceDto> {
    const invoice = await this.db.read(actor, (tx) => tx.findOneBy(InvoiceTable, actor.key(id)));
    if (!invoice) throw new NotFound('invoice');
    return toDto(invoice);
  }
}

export function toDto(invoice: Invoice): InvoiceDto {
  const { id, companyId, customerId, description, currency, state, number, issuedOn, entryId, version } =
    invoice;
  const { rejectionCode: code, rejectionReason: reason, createdAt, updatedAt } = invoice;
  return {
    ...{ id, companyId, customerId, description, currency, state, number, issuedOn, entryId, version },
    total: invoice.amount.toJSON(),
    rejection: code === null || reason === null ? null : { code, reason },
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}
