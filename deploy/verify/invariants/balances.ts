// I2: the balances that reports read are the sums of the lines they stand for, each of them.
import { type Invariant, statement } from '../invariant.ts';

const lines = `
  journal_line line join journal_entry entry
    on entry.organization_id = line.organization_id and entry.id = line.entry_id`;
const sums = `coalesce(sum(amount) filter (where side = 'debit'), 0) as debit,
  coalesce(sum(amount) filter (where side = 'credit'), 0) as credit`;

interface Balance {
  readonly table: string;
  readonly says: string;
  /** The columns of its key, each with how a line says it. */
  readonly key: Readonly<Record<string, string>>;
  readonly where?: string;
}

const ofAll = {
  organization_id: 'line.organization_id',
  company_id: 'line.company_id',
  account_id: 'account_id',
};
const recorded = { recorded_on: `(posted_at at time zone 'UTC')::date` };

export const balances: readonly Invariant[] = [
  balance({
    ...{ table: 'account_day', says: 'balances of accounts by day are the sums of their lines' },
    key: {
      ...ofAll,
      ...{ branch_id: 'branch_id', entered_on: 'line.entered_on' },
      ...{ ...recorded, is_closing: `kind = 'closing'` },
    },
  }),
  balance({
    ...{ table: 'account_month', says: 'balances of accounts by month are the sums of their lines' },
    key: { ...ofAll, month: `date_trunc('month', line.entered_on)::date`, is_closing: `kind = 'closing'` },
  }),
  balance({
    ...{ table: 'party_day', says: 'balances of parties are the sums of their lines' },
    key: {
      ...ofAll,
      party_kind: 'party_kind',
      party_id: 'party_id',
      entered_on: 'line.entered_on',
      ...recorded,
    },
    where: 'where party_id is not null',
  }),
];

function balance({ table, says, key, where = '' }: Balance): Invariant {
  const columns = Object.keys(key);
  const said = columns.map((column) => `${key[column] ?? ''} as ${column}`).join(', ');
  const isSame = columns
    .map((column) => `stored.${column} is not distinct from summed.${column}`)
    .join(' and ');
  return statement({
    ...{ id: 'I2', says, service: 'common', tables: ['journal_line', table] },
    count: `select count(*)::int as counted from ${table}`,
    offenders: `
      with summed as (
        select ${said}, ${sums} from ${lines} ${where} group by ${columns.map((_, index) => index + 1).join(', ')})
      select '${table}' as table, to_jsonb(stored) as stored, to_jsonb(summed) as lines
      from ${table} stored full join summed
        on ${columns.map((column) => equal(column)).join(' and ')}
      where stored.debit is distinct from summed.debit or stored.credit is distinct from summed.credit
        or not (${isSame})
      limit 20`,
  });
}

/** A full join can hash no "is not distinct from": what may be null is compared as text. */
function equal(column: string): string {
  if (column !== 'branch_id') return `stored.${column} = summed.${column}`;
  return `coalesce(stored.${column}::text, '') = coalesce(summed.${column}::text, '')`;
}
