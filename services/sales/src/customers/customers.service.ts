import type { CreateCustomer, PatchCustomer } from '@dhanman/contracts';
import { newId } from '@dhanman/kernel';
import { type Actor, add, atVersion, change, Database } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Customer, type CustomerId } from './customer.js';
import { CustomerTable } from './customer.table.js';

@Injectable()
export class CustomersService {
  constructor(private readonly db: Database) {}

  async create(actor: Actor, details: CreateCustomer): Promise<Customer> {
    const customer = Customer.create(actor.key(newId<'Customer'>()), details);
    return this.db.transaction(actor, (tx) => add(tx, CustomerTable, customer));
  }

  /** Those that came together: all of them, or none. */
  async addAll(tx: EntityManager, customers: readonly Customer[]): Promise<void> {
    for (const customer of customers) await add(tx, CustomerTable, customer);
  }

  /** How many days they have to pay, if that was agreed. */
  async termDays(tx: EntityManager, actor: Actor, id: CustomerId): Promise<number | undefined> {
    const customer = await tx.findOneBy(CustomerTable, actor.key(id));
    return customer?.termDays ?? undefined;
  }

  /** Changes what the caller saw as `version`, and only that. */
  async patch(actor: Actor, id: CustomerId, version: number, patch: PatchCustomer): Promise<Customer> {
    return this.db.transaction(actor, (tx) =>
      change(tx, CustomerTable, actor.key(id), (customer) => atVersion(customer, version).patched(patch)),
    );
  }
}
