import { type Invariant, statement } from '../invariant.ts';

const tables = ['journal_entry', 'journal_line'];

export const journal: readonly Invariant[] = [
  statement({
    ...{ id: 'I1', says: 'entries balance', service: 'common', tables },
    count: 'select count(*)::int as counted from journal_entry',
    offenders: `
      select entry.organization_id as organization, entry.id as entry, count(line.*)::int as lines,
        sum(amount) filter (where side = 'debit')::text as debit,
        sum(amount) filter (where side = 'credit')::text as credit
      from journal_entry entry
      left join journal_line line on line.organization_id = entry.organization_id and line.entry_id = entry.id
      group by 1, 2
      having sum(amount) filter (where side = 'debit') is distinct from sum(amount) filter (where side = 'credit')
        or count(line.*) < 2 or bool_or(amount <= 0)
      order by 2`,
  }),
  statement({
    ...{ id: 'I2', says: 'trial balances are zero', service: 'common', tables },
    count: 'select count(distinct (organization_id, company_id))::int as counted from journal_line',
    offenders: `
      select line.organization_id as organization, line.company_id as company, currency,
        sum(case side when 'debit' then amount else -amount end)::text as difference
      from journal_line line
      left join journal_entry entry on entry.organization_id = line.organization_id and entry.id = line.entry_id
      group by 1, 2, 3 having sum(case side when 'debit' then amount else -amount end) <> 0
      order by 1, 2, 3`,
  }),
];
