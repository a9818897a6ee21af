// I5: what settles what adds up, and what customers owe by their documents is what they owe in the ledger.
import { type Finding, type Invariant, type Offender, statement, type World } from '../invariant.ts';

interface Counter {
  /** The sum that stands beside a document, kept by the database. */
  readonly table: string;
  readonly column: string;
  /** What it is a sum of: `id` of the document, and `amount`. */
  readonly parts: string;
  readonly from: readonly string[];
}

const allocated = (key: string): string =>
  `select organization_id, ${key} as id, amount from allocation where released_on is null`;

function counter({ table, column, parts, from }: Counter): Invariant {
  return statement({
    ...{ id: 'I5', says: `what ${table}s say in ${column} is the sum of its parts`, service: 'sales' },
    tables: [table, ...from],
    count: `select count(*)::int as counted from ${table}`,
    offenders: `
      select ${table}.organization_id as organization, ${table}.id as ${table}, ${column}::text as says,
        coalesce(held, 0)::text as parts
      from ${table} left join (
        select organization_id, id, sum(amount) as held from (${parts}) as parts group by 1, 2
      ) as sums using (organization_id, id)
      where ${column} <> coalesce(held, 0) order by 1, 2 limit 20`,
  });
}

export const allocations: readonly Invariant[] = [
  counter({
    ...{ table: 'invoice', column: 'settled', from: ['allocation'] },
    parts: allocated('invoice_id'),
  }),
  counter({
    ...{ table: 'invoice', column: 'written_off', from: ['allocation', 'write_off'] },
    parts: `
      select allocation.organization_id, allocation.invoice_id as id, allocation.amount
      from allocation join write_off
        on write_off.organization_id = allocation.organization_id and write_off.id = credit_id
      where released_on is null`,
  }),
  counter({
    ...{ table: 'credit', column: 'used', from: ['allocation', 'refund'] },
    parts: `
      ${allocated('credit_id')}
      union all select organization_id, credit_id, amount from refund where ended_on is null`,
  }),
  {
    id: 'I5',
    says: 'customers owe and have given in the ledger what they do by their documents',
    needs: {
      sales: ['invoice', 'credit', 'allocation', 'posting'],
      common: ['journal_entry', 'journal_line', 'account'],
    },
    check: ledgerAgrees,
  },
];

interface Standing extends Offender {
  readonly organization: string;
  readonly customer: string;
  readonly owed: string;
  readonly advance: string;
}

/** Asked before and after the ledger: who was billed or paid in between is left for the next time. */
async function ledgerAgrees(world: World): Promise<Finding> {
  const before = await world.query<Standing>('sales', byDocuments);
  const ledger = new Map((await world.query<Standing>('common', byLedger)).map((one) => [keyOf(one), one]));
  const after = new Map((await world.query<Standing>('sales', byDocuments)).map((one) => [keyOf(one), one]));
  const still = before.filter((one) => isSame(one, after.get(keyOf(one))));
  const offenders = still.flatMap((one) => {
    const { owed = '0.00', advance = '0.00' } = ledger.get(keyOf(one)) ?? {};
    const isEqual = isSame(one, { owed, advance });
    return isEqual ? [] : [{ ...one, ledgerOwed: owed, ledgerAdvance: advance }];
  });
  return { counted: still.length, offenders };
}

const keyOf = ({ organization, customer }: Standing): string => `${organization} ${customer}`;

function isSame(one: Standing, other: Pick<Standing, 'owed' | 'advance'> | undefined): boolean {
  return one.owed === other?.owed && one.advance === other.advance;
}

/** Of whom the ledger still has something to answer, or has refused something, nothing can be said yet. */
const byDocuments = `
  with unanswered as (
    select organization_id, customer_id from invoice where state in ('issued', 'rejected')
    union
    select credit.organization_id, customer_id from posting
    join credit on credit.organization_id = posting.organization_id and credit.id = posting.credit_id
    where state in ('asked', 'reversing', 'rejected')),
  billed as (
    select organization_id, customer_id, sum(total - settled) as owed from invoice where state = 'posted' group by 1, 2),
  given as (
    select organization_id, customer_id, sum(amount - used) as advance from credit where ended_on is null group by 1, 2)
  select organization_id as organization, customer_id as customer, coalesce(owed, 0)::numeric(20, 2)::text as owed,
    coalesce(advance, 0)::numeric(20, 2)::text as advance
  from billed full join given using (organization_id, customer_id)
  where not exists (select from unanswered where (unanswered.organization_id, unanswered.customer_id) =
    (coalesce(billed.organization_id, given.organization_id), coalesce(billed.customer_id, given.customer_id)))
  order by 1, 2`;

/** Opening balances and journals by hand are entered in Common: the documents of Sales know nothing of them. */
const byLedger = `
  select line.organization_id as organization, line.party_id as customer,
    coalesce(sum(case side when 'debit' then amount else -amount end) filter (where role = 'receivable'), 0)
      ::numeric(20, 2)::text as owed,
    coalesce(sum(case side when 'credit' then amount else -amount end) filter (where role = 'advance-from-customers'), 0)
      ::numeric(20, 2)::text as advance
  from journal_line line
  join journal_entry entry on entry.organization_id = line.organization_id and entry.id = line.entry_id
  join account on account.organization_id = line.organization_id and account.id = line.account_id
  where source_service = 'sales' and party_id is not null and role in ('receivable', 'advance-from-customers')
  group by 1, 2`;
