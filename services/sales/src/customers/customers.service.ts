import type { CreateCustomer, PatchCustomer } from '@dhanman/contracts';
import { newId } from '@dhanman/kernel';
import { type Actor, add, atVersion, change, Database, PermissionMissing } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Customer, type CustomerId } from './customer.js';
import { CustomerTable } from './customer.table.js';

@Injectable()
export class CustomersService {
  constructor(private readonly db: Database) {}

  async create(actor: Actor, details: CreateCustomer): Promise<Customer> {
    const customer = Customer.create(actor.key(newId<'Customer'>()), details);
    if (customer.creditLimit !== null) maySetLimit(actor);
    return this.db.transaction(actor, (tx) => add(tx, CustomerTable, customer));
  }

  /** Those that came together: all of them, or none. */
  async addAll(tx: EntityManager, customers: readonly Customer[]): Promise<void> {
    for (const customer of customers) await add(tx, CustomerTable, customer);
  }

  /** As they are now, for who decides by what was agreed with them. */
  async read(tx: EntityManager, actor: Actor, id: CustomerId): Promise<Customer | null> {
    return tx.findOneBy(CustomerTable, actor.key(id));
  }

  /** Nobody else who asks for it decides about them until the transaction ends; documents for them are still written. */
  async held(tx: EntityManager, actor: Actor, id: CustomerId): Promise<Customer> {
    const lock = { mode: 'for_no_key_update' } as const;
    return tx.findOneOrFail(CustomerTable, { where: actor.key(id), lock });
  }

  /** Changes what the caller saw as `version`, and only that. */
  async patch(actor: Actor, id: CustomerId, version: number, patch: PatchCustomer): Promise<Customer> {
    return this.db.transaction(actor, (tx) =>
      change(tx, CustomerTable, actor.key(id), (current) => {
        const next = atVersion(current, version).patched(patch);
        if (next.creditLimit !== current.creditLimit) maySetLimit(actor);
        return next;
      }),
    );
  }
}

function maySetLimit(actor: Actor): void {
  const permission = 'dhanman.sales.credit-limit.update';
  if (!actor.may(permission)) throw new PermissionMissing(permission);
}
