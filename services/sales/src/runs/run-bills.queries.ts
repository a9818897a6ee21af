import type { StartInvoiceRun } from '@dhanman/contracts';
import type { Id } from '@dhanman/kernel';
import type { Actor } from '@dhanman/platform';
import type { EntityManager } from 'typeorm';
import type { Buyer } from '../tax/sale.js';
import type { InvoiceRunId } from './invoice-run.js';

export const mostBills = 10_000;

/** A row per customer and run, written many at a time; what a bill is, its invoice and its trail of changes say. */
export interface RunOf {
  readonly organizationId: Id;
  readonly companyId: Id;
  readonly id: InvoiceRunId;
}

export type Chosen = Buyer & { readonly id: Id; readonly name: string };

/** Whom a run is for, in the order of their bills; one more than a run may have, so that it is seen. */
export async function chosenCustomers(
  tx: EntityManager,
  actor: Actor,
  { q, ids }: StartInvoiceRun['customers'],
): Promise<readonly Chosen[]> {
  return tx.query<Chosen[]>(
    `select id, name, standing, state_code as "stateCode", gstin from customer
     where organization_id = $1 and company_id = $2 and ($3::uuid[] is null or id = any($3))
       and ($4::text is null or position(lower($4) in lower(concat_ws(' ', name, code))) > 0)
     order by lower(name), id limit $5`,
    [actor.organizationId, actor.company, ids ?? null, q ?? null, mostBills + 1],
  );
}

export async function planBills(tx: EntityManager, run: RunOf, customers: readonly Id[]): Promise<void> {
  await tx.query(
    `insert into invoice_run_bill (organization_id, run_id, company_id, customer_id, place, state)
     select $1, $2, $3, customer, place, 'waiting' from unnest($4::uuid[]) with ordinality as planned (customer, place)`,
    [run.organizationId, run.id, run.companyId, customers],
  );
}

export async function nextBills(tx: EntityManager, run: RunOf, most: number): Promise<readonly Id[]> {
  const rows = await tx.query<{ customerId: Id }[]>(
    `select customer_id as "customerId" from invoice_run_bill
     where organization_id = $1 and run_id = $2 and state = 'waiting' order by place limit $3`,
    [run.organizationId, run.id, most],
  );
  return rows.map(({ customerId }) => customerId);
}

export async function billMade(tx: EntityManager, run: RunOf, customerId: Id, invoiceId: Id): Promise<void> {
  await tx.query(
    `update invoice_run_bill set state = 'made', invoice_id = $4, failure_code = null, failure_reason = null
     where organization_id = $1 and run_id = $2 and customer_id = $3`,
    [run.organizationId, run.id, customerId, invoiceId],
  );
}

export async function billFailed(
  tx: EntityManager,
  run: RunOf,
  customerId: Id,
  { code, reason }: { readonly code: string; readonly reason: string },
): Promise<void> {
  await tx.query(
    `update invoice_run_bill set state = 'failed', failure_code = $4, failure_reason = $5
     where organization_id = $1 and run_id = $2 and customer_id = $3`,
    [run.organizationId, run.id, customerId, code, reason.slice(0, 1_000)],
  );
}

/** What failed is to be made once more. */
export async function waitAgain(tx: EntityManager, run: RunOf): Promise<void> {
  await tx.query(
    `update invoice_run_bill set state = 'waiting', failure_code = null, failure_reason = null
     where organization_id = $1 and run_id = $2 and state = 'failed'`,
    [run.organizationId, run.id],
  );
}
