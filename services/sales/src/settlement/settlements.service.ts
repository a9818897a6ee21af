import type { AllocationShare } from '@dhanman/contracts';
import { type Id, Money, newId, parseId, type PlainDate } from '@dhanman/kernel';
import { add, change, NotFound } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In, IsNull } from 'typeorm';
import { Allocation } from './allocation.js';
import { AllocationTable } from './allocation.table.js';
import { type Credit, type CreditId, CreditRefunded } from './credit.js';
import { CreditTable } from './credit.table.js';
import { dueDay } from './payment.js';
import { byHand, oldestFirst, type OpenInvoice, type Share } from './settlement.js';

export interface Settling {
  readonly on: PlainDate;
  readonly currency: string;
  /** Left out: the oldest invoices first. */
  readonly wanted?: readonly AllocationShare[] | undefined;
}

/** Where one has to be found among those of others. */
export interface CreditKey {
  readonly organizationId: Id;
  readonly id: CreditId;
}

/**
 * What settles what. Rows are locked in one order everywhere, so that two payments take turns instead of waiting for each
 * other: the credit first, then its invoices by id.
 */
@Injectable()
export class Settlements {
  async give(tx: EntityManager, credit: Credit): Promise<Credit> {
    return add(tx, CreditTable, credit);
  }

  /** One of a company, if it has it. */
  async given(tx: EntityManager, key: CreditKey & { readonly companyId: Id }): Promise<Credit> {
    const credit = await tx.findOneBy(CreditTable, key);
    if (!credit) throw new NotFound('credit');
    return credit;
  }

  /** A credit that no other transaction spends until this one ends. */
  async locked(tx: EntityManager, { organizationId, id }: CreditKey): Promise<Credit> {
    return tx.findOneOrFail(CreditTable, {
      where: { organizationId, id },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** What was paid back of it cannot be taken back with it: that money has left. */
  async lockedToEnd(tx: EntityManager, key: CreditKey): Promise<Credit> {
    const credit = await this.locked(tx, key);
    const [refund] = await tx.query<{ number: string }[]>(
      `select number from refund where organization_id = $1 and credit_id = $2 and ended_on is null
       order by number limit 1`,
      [key.organizationId, key.id],
    );
    if (refund) throw new CreditRefunded(refund.number);
    return credit;
  }

  /** Spends what is left of a credit that is new or locked. */
  async settle(tx: EntityManager, credit: Credit, settling: Settling): Promise<readonly Share[]> {
    const left = credit.left(settling.currency);
    const open = await openInvoices(tx, credit, settling);
    const { wanted } = settling;
    const shares = wanted === undefined ? oldestFirst(open, left) : byHand(wanted, open, left);
    const { organizationId, companyId, customerId, id: creditId } = credit;
    for (const { invoiceId, amount } of inLockOrder(shares)) {
      const key = { organizationId, companyId, customerId, creditId, id: newId<'Allocation'>() };
      const what = { ...key, invoiceId, amount: amount.toJSON(), on: settling.on.toString() };
      await add(tx, AllocationTable, Allocation.made(what));
    }
    return shares;
  }

  /** Gives back to a locked credit what these allocations took; all of them if none are named. */
  async release(
    tx: EntityManager,
    { organizationId, id: creditId }: CreditKey,
    { on, ids }: { readonly on: PlainDate; readonly ids?: readonly Id<'Allocation'>[] | undefined },
  ): Promise<readonly Allocation[]> {
    const which = ids === undefined ? {} : { id: In([...ids]) };
    const found = await tx.findBy(AllocationTable, {
      ...{ organizationId, creditId, releasedOn: IsNull(), ...which },
    });
    const released: Allocation[] = [];
    for (const { id } of inLockOrder(found))
      released.push(await change(tx, AllocationTable, { organizationId, id }, (one) => one.release(on)));
    return released;
  }

  /** Another day for a locked credit and what it settles, whose document was refused; it tells what that amounts to. */
  async redate(
    tx: EntityManager,
    { organizationId, id }: CreditKey,
    { on, currency }: Pick<Settling, 'on' | 'currency'>,
  ): Promise<Money> {
    await change(tx, CreditTable, { organizationId, id }, (credit) => credit.datedOn(on));
    const holding = await tx.findBy(AllocationTable, { organizationId, creditId: id, releasedOn: IsNull() });
    for (const allocation of inLockOrder(holding)) {
      const key = { organizationId, id: allocation.id };
      await change(tx, AllocationTable, key, (one) => one.datedOn(on));
    }
    const amounts = holding.map(({ amount }) => Money.parse(amount, currency));
    return Money.sum(amounts, currency);
  }

  /** The document that gave the credit is taken back: what it settled is open again. */
  async end(tx: EntityManager, key: CreditKey, on: PlainDate): Promise<void> {
    await this.locked(tx, key);
    await this.release(tx, key, { on });
    await change(tx, CreditTable, key, (credit) => credit.end(on));
  }
}

function inLockOrder<Row extends { readonly invoiceId: Id }>(rows: readonly Row[]): readonly Row[] {
  return rows.toSorted((a, b) => (a.invoiceId < b.invoiceId ? -1 : 1));
}

interface OpenRow {
  readonly id: Id;
  readonly number: string;
  readonly outstanding: string;
}

/** Locked by id, then in the order in which they fall due. */
async function openInvoices(
  tx: EntityManager,
  { organizationId, companyId, customerId }: Credit,
  { on, currency, wanted }: Settling,
): Promise<readonly OpenInvoice[]> {
  const rows = await tx.query<OpenRow[]>(
    `with locked as (
       select id, number, dated_on, due_on, total - settled as outstanding from invoice
       where organization_id = $1 and company_id = $2 and customer_id = $3 and state in ('issued', 'posted')
         and cancelled_on is null
         and dated_on <= $4 and ($5::uuid[] is null and settled < total or id = any ($5::uuid[]))
       order by id for update)
     select id, number, outstanding::text from locked order by ${dueDay}, dated_on, number`,
    [organizationId, companyId, customerId, on.toString(), wanted?.map(({ invoiceId }) => invoiceId) ?? null],
  );
  return rows.map(({ id, number, outstanding }) => ({
    ...{ id: parseId(id), number, outstanding: Money.parse(outstanding, currency) },
  }));
}
