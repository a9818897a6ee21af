import type { Scope } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { JournalService } from './journal.service.js';

/**
 * The balances that reports read are sums of lines, kept by the trigger that lets lines in. Here they are worked out anew
 * from the journal of one company: to prove that they are right, and to put them right if somebody has touched them.
 */
@Injectable()
export class BalancesService {
  constructor(private readonly journal: JournalService) {}

  /** How many stored balances are not the sum of their lines, or are missing. */
  async differences(tx: EntityManager, { organizationId, companyId }: Scope): Promise<number> {
    let total = 0;
    for (const { table, columns, sql } of Object.values(sums)) {
      const text = `select count(*)::int as count from (
          (select ${columns} from ${table} where organization_id = $1 and company_id = $2 except all ${sql})
          union all
          (${sql} except all select ${columns} from ${table} where organization_id = $1 and company_id = $2)) as different`;
      const [row] = await tx.query<{ count: number }[]>(text, [organizationId, companyId]);
      total += row?.count ?? 0;
    }
    return total;
  }

  /** Writes all of them anew, alone with the books. */
  async rebuild(tx: EntityManager, scope: Scope): Promise<void> {
    await this.journal.lock(tx, scope);
    const { organizationId, companyId } = scope;
    for (const { table, columns, sql } of Object.values(sums)) {
      const of = [organizationId, companyId];
      await tx.query(`delete from ${table} where organization_id = $1 and company_id = $2`, of);
      await tx.query(`insert into ${table} (${columns}) ${sql}`, of);
    }
  }
}

const amounts = `coalesce(sum(amount) filter (where side = 'debit'), 0)::numeric(20, 4) as debit,
  coalesce(sum(amount) filter (where side = 'credit'), 0)::numeric(20, 4) as credit`;
const recordedOn = `(posted_at at time zone 'UTC')::date`;
const lines = `
  from journal_line line join journal_entry entry
    on entry.organization_id = line.organization_id and entry.id = line.entry_id
  where line.organization_id = $1 and line.company_id = $2`;

const sums = {
  days: {
    table: 'account_day',
    columns:
      'organization_id, company_id, account_id, branch_id, entered_on, recorded_on, is_closing, debit, credit',
    sql: `select line.organization_id, line.company_id, account_id, branch_id, line.entered_on, ${recordedOn},
      kind = 'closing', ${amounts} ${lines} group by 1, 2, 3, 4, 5, 6, 7`,
  },
  months: {
    table: 'account_month',
    columns: 'organization_id, company_id, account_id, month, is_closing, debit, credit',
    sql: `select line.organization_id, line.company_id, account_id, date_trunc('month', line.entered_on)::date,
      kind = 'closing', ${amounts} ${lines} group by 1, 2, 3, 4, 5`,
  },
  parties: {
    table: 'party_day',
    columns:
      'organization_id, company_id, party_kind, party_id, account_id, entered_on, recorded_on, debit, credit',
    sql: `select line.organization_id, line.company_id, party_kind, party_id, account_id, line.entered_on, ${recordedOn},
      ${amounts} ${lines} and party_id is not null group by 1, 2, 3, 4, 5, 6, 7`,
  },
} as const;
