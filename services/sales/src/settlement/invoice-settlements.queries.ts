import type { InvoiceSettlements } from '@dhanman/contracts';
import type { Id } from '@dhanman/kernel';
import { type Actor, Database, NotFound } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';

@Injectable()
export class InvoiceSettlementsQueries {
  constructor(private readonly db: Database) {}

  async of(actor: Actor, invoiceId: Id): Promise<InvoiceSettlements> {
    const values = [actor.organizationId, actor.company, invoiceId];
    return this.db.read(actor, async (tx) => {
      const [invoice] = await tx.query<object[]>(
        'select from invoice where organization_id = $1 and company_id = $2 and id = $3',
        values,
      );
      if (!invoice) throw new NotFound('invoice');
      return { items: await tx.query<InvoiceSettlements['items']>(settling, values) };
    });
  }
}

const settling = `
  select allocation.id, credit.document, credit_id as "documentId", 
    coalesce(receipt.number, credit_note.number, write_off.number) as number,
    mode, allocation.amount::text, allocation.dated_on::text as "on", released_on::text as "releasedOn"
  from allocation
  join credit on credit.organization_id = allocation.organization_id and credit.id = credit_id
  left join receipt on receipt.organization_id = allocation.organization_id and receipt.id = credit_id
  left join credit_note on credit_note.organization_id = allocation.organization_id and credit_note.id = credit_id
  left join write_off on write_off.organization_id = allocation.organization_id and write_off.id = credit_id
  where allocation.organization_id = $1 and allocation.company_id = $2 and allocation.invoice_id = $3
  order by allocation.dated_on, allocation.id`;
