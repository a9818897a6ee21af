// All invariants, in the order of the catalogue.
import type { Awaited, Invariant } from './invariant.ts';
import { allocations } from './invariants/allocations.ts';
import { balances } from './invariants/balances.ts';
import { chain } from './invariants/chain.ts';
import { companies } from './invariants/companies.ts';
import { deliveries } from './invariants/deliveries.ts';
import { documents } from './invariants/documents.ts';
import { files } from './invariants/files.ts';
import { jobs } from './invariants/jobs.ts';
import { journal } from './invariants/journal.ts';
import { numbers } from './invariants/numbers.ts';
import { outbox } from './invariants/outbox.ts';
import { sequences } from './invariants/sequences.ts';
import { tenants } from './invariants/tenants.ts';

export const invariants: readonly Invariant[] = [
  ...[
    journal,
    balances,
    chain,
    documents,
    numbers,
    allocations,
    outbox,
    deliveries,
    sequences,
    tenants,
    jobs,
    files,
    companies,
  ].flat(),
].sort((one, other) => placeOf(one) - placeOf(other));

/** Their tables do not exist yet. When one does, its invariant moves into a file of `invariants/`. */
export const awaited: readonly Awaited[] = [
  { id: 'I5', says: 'allocations', services: ['purchase'], like: /allocation/ },
  { id: 'I6', says: 'stock', services: ['inventory'], like: /stock|movement/ },
  { id: 'I9', says: 'payroll', services: ['payroll'], like: /payslip|payroll/ },
  { id: 'I13', says: 'documents', services: ['common'], like: /^(document|stored_object)/ },
];

export function placeOf({ id }: { readonly id: string }): number {
  return Number(id.slice(1));
}
