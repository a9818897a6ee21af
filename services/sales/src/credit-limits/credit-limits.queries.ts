import type { CustomerCredit } from '@dhanman/contracts';
import { Money } from '@dhanman/kernel';
import { type Actor, Database, NotFound } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CustomerId } from '../customers/customer.js';
import { CustomersService } from '../customers/customers.service.js';
import { DocumentNumbers } from '../numbers/document-numbers.service.js';
import { toDto } from './credit-limit.js';

@Injectable()
export class CreditLimitsQueries {
  constructor(
    private readonly db: Database,
    private readonly customers: CustomersService,
    private readonly numbers: DocumentNumbers,
  ) {}

  async of(actor: Actor, id: CustomerId): Promise<CustomerCredit> {
    return this.db.read(actor, async (tx) => {
      const customer = await this.customers.read(tx, actor, id);
      if (!customer) throw new NotFound('customer');
      return toDto(customer.creditLimit, await this.owedBy(tx, actor, id));
    });
  }

  async owedBy(tx: EntityManager, actor: Actor, id: CustomerId): Promise<Money> {
    const [sums] = await tx.query<{ owed: string }[]>(owedSql, [actor.organizationId, id]);
    return Money.parse(sums?.owed ?? '0.00', await this.numbers.currency(tx, actor));
  }
}

/** An invoice that the ledger has refused has gone out all the same, and is sent to it again without being asked for here. */
const owedSql = `
  select (
    coalesce((select sum(total - settled) from invoice
      where organization_id = $1 and customer_id = $2 and state in ('issued', 'posted') and settled < total), 0)
    + coalesce((select sum(total - settled) from invoice
      where organization_id = $1 and customer_id = $2 and state = 'rejected'), 0)
    - coalesce((select sum(amount - used) from credit
      where organization_id = $1 and customer_id = $2 and used < amount and ended_on is null), 0)
  )::numeric(20, 2)::text as owed`;
