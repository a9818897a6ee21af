// Years of bills for the benchmark of Sales: posted, most of them paid, written by one statement per table.
import { newId } from '@dhanman/kernel';
import { query } from '@dhanman/testing';

export interface Billed {
  readonly organizationId: string;
  readonly companyId: string;
}

/** A customer has a hundred bills. Of each thousand fifty are open, ten of them paid in part, and one is a draft. */
export async function billYears(
  url: string,
  { organizationId, companyId }: Billed,
  bills: number,
): Promise<void> {
  const customers = Array.from({ length: Math.ceil(bills / 100) }, () => newId());
  const unguarded = new URL(url);
  // What refers to what is right by construction; asking for each row would take longer than writing it.
  unguarded.searchParams.set('options', '-c session_replication_role=replica -c work_mem=256MB');
  await query(unguarded.href, addCustomers, [organizationId, companyId, customers]);
  await query(unguarded.href, addBills, [organizationId, companyId, customers, bills]);
  for (const table of ['customer', 'invoice']) await query(url, `vacuum analyze ${table}`);
}

const addCustomers = `
  insert into customer (organization_id, id, company_id, name, standing, state_code)
  select $1, id, $2, 'Customer ' || lpad(place::text, 6, '0'), 'unregistered', '27'
  from unnest($3::uuid[]) with ordinality as one (id, place)`;

const taxedLine = `'{"net": "100.00", "gross": "118.00", "taxes": [], "total": "118.00", "taxable": "100.00"}'::jsonb`;
const enteredLine = `'{"description": "Office supplies", "classification": "4802", "quantity": "1", "unit": "NOS", "price": "100.00", "ratePercent": "18"}'::jsonb`;

const idOf7 = `overlay(gen_random_uuid()::text placing '7' from 15)::uuid`;

const addBills = `
  insert into invoice (organization_id, id, company_id, customer_id, currency, total, settled, state, number, dated_on,
    due_on, posting_version, entry_id, content, taxed)
  select $1, ${idOf7}, $2, ($3::uuid[])[1 + place % cardinality($3::uuid[])], 'INR', total,
    case when place % 1000 = 7 then 0 when place % 100 = 20 then 50 when place % 25 = 10 then 0 else total end,
    case when place % 1000 = 7 then 'draft' else 'posted' end,
    case when place % 1000 <> 7 then 'OLD/' || lpad(place::text, 8, '0') end,
    day, day + 30, 1, case when place % 1000 <> 7 then ${idOf7} end,
    jsonb_build_object('lines', jsonb_build_array(${enteredLine}, ${enteredLine})),
    jsonb_build_object('lines', jsonb_build_array(${taxedLine}, ${taxedLine}))
  from generate_series(1, $4::bigint) as place,
    lateral (select 100 + place % 90000 + 0.5 as total,
      date '2026-03-31' - (1094 * (1 - sqrt(place::float / $4::bigint)))::int as day) as one`;
