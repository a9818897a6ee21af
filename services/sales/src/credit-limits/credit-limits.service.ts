import type { Money } from '@dhanman/kernel';
import { type Actor, PermissionMissing } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CustomerId } from '../customers/customer.js';
import { CustomersService } from '../customers/customers.service.js';
import { creditOf, mustBeWithin } from './credit-limit.js';
import { CreditLimitsQueries } from './credit-limits.queries.js';

interface Agreed {
  /** How long they have to pay. */
  readonly termDays: number | undefined;
  readonly hasLimit: boolean;
}

export interface Demand {
  readonly amount: Money;
  /** Somebody has said that it may be more than the limit. */
  readonly isAboveLimit: boolean;
}

/** What was agreed with a customer about owing money: for how long, and how much. */
@Injectable()
export class CreditLimits {
  constructor(
    private readonly customers: CustomersService,
    private readonly queries: CreditLimitsQueries,
  ) {}

  async agreed(tx: EntityManager, actor: Actor, id: CustomerId): Promise<Agreed> {
    const customer = await this.customers.read(tx, actor, id);
    if (!customer) return { termDays: undefined, hasLimit: false };
    return { termDays: customer.termDays ?? undefined, hasLimit: customer.creditLimit !== null };
  }

  /**
   * Bills for one customer take turns, and each counts those before it. Its number is taken first: a run over many customers
   * holds their series from the first of them on.
   */
  async hold(tx: EntityManager, actor: Actor, id: CustomerId, demand: Demand): Promise<void> {
    const permission = 'dhanman.sales.credit-limit.update';
    if (demand.isAboveLimit && !actor.may(permission)) throw new PermissionMissing(permission);
    if (demand.isAboveLimit) return;
    const { creditLimit } = await this.customers.held(tx, actor, id);
    if (creditLimit === null) return;
    mustBeWithin(creditOf(creditLimit, await this.queries.owedBy(tx, actor, id)), demand.amount);
  }
}
