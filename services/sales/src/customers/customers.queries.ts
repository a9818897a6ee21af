import type { CustomerDto, CustomerPage, ListCustomers } from '@dhanman/contracts';
import { type Actor, Database, Keyset, NotFound, type Sorts } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { Customer, CustomerId } from './customer.js';
import { CustomerTable } from './customer.table.js';

const sorts: Sorts<'name' | 'createdAt'> = {
  name: { sql: 'lower(name)', type: 'text' },
  createdAt: { sql: 'created_at', type: 'timestamptz' },
};

type CustomerRow = Customer & { readonly sortedBy: string };

@Injectable()
export class CustomersQueries {
  constructor(private readonly db: Database) {}

  async get(actor: Actor, id: CustomerId): Promise<CustomerDto> {
    const customer = await this.db.read(actor, (tx) => tx.findOneBy(CustomerTable, actor.key(id)));
    if (!customer) throw new NotFound('customer');
    return toDto(customer);
  }

  async list(actor: Actor, query: ListCustomers): Promise<CustomerPage> {
    const keyset = new Keyset(sorts, 'name', query);
    const values: unknown[] = [];
    const place = (value: unknown): string => `$${values.push(value)}`;
    const sql = `
      select id, company_id as "companyId", name, code, email, phone, address, gstin, state_code as "stateCode", standing,
        term_days as "termDays", credit_limit as "creditLimit", contacts, version, created_at as "createdAt", updated_at as "updatedAt", ${keyset.select}
      from customer
      where organization_id = ${place(actor.organizationId)} and company_id = ${place(actor.company)}
        and ${matches(query.q, place)} and ${keyset.where(place)}
      ${keyset.orderAndLimit}`;
    return this.db.read(actor, async (tx) => keyset.page(await tx.query<CustomerRow[]>(sql, values), toDto));
  }
}

/** Looked for as it is typed: no wildcards, so that none can make a search slow. */
function matches(q: string | undefined, place: (value: unknown) => string): string {
  if (q === undefined) return 'true';
  return `position(lower(${place(q)}) in lower(concat_ws(' ', name, code, gstin, email, phone))) > 0`;
}

export function toDto(customer: Customer): CustomerDto {
  const { id, companyId, name, code, email, phone, address } = customer;
  const { gstin, stateCode, standing, termDays, creditLimit, contacts, version, createdAt, updatedAt } =
    customer;
  return {
    ...{ id, companyId, name, code, email, phone, address, gstin, stateCode, standing },
    ...{ termDays, creditLimit, contacts: [...contacts], version },
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}
