import { CommonTaskFinished, PerformCommonTask } from '@dhanman/contracts';
import { Database, Logger, type Scope } from '@dhanman/platform';
import { type DailyTask, DailyTasks } from '@dhanman/schedules';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { BalancesService } from '../ledger/balances.service.js';
import { BalancesWrong, type LedgerFindings, proofOf } from './ledger-proof.js';

/** The daily work of Common itself, last in the run: what the other modules brought is in the books by then. */
@Injectable()
export class LedgerTasksService {
  readonly daily: DailyTasks;

  constructor(db: Database, logger: Logger, balances: BalancesService) {
    const contracts = { finished: CommonTaskFinished, perform: PerformCommonTask };
    this.daily = new DailyTasks(db, logger, contracts, [proveLedger, proveBalances(balances), keepHead]);
  }
}

const proveLedger: DailyTask = {
  type: 'prove-ledger',
  async run(tx: EntityManager): Promise<string> {
    const [found] = await tx.query<LedgerFindings[]>(findings);
    return proofOf(found ?? { entries: 0, debits: '0', credits: '0', wrong: [] });
  },
};

/** What reports read is what the journal says. */
function proveBalances(balances: BalancesService): DailyTask {
  return {
    type: 'prove-balances',
    async run(tx: EntityManager): Promise<string> {
      const [company] = await tx.query<Scope[]>(
        'select organization_id as "organizationId", company_id as "companyId" from ledger_head limit 1',
      );
      const different = company ? await balances.differences(tx, company) : 0;
      if (different > 0) throw new BalancesWrong(different);
      return 'the balances are the sums of their lines';
    },
  };
}

/** A day on which nothing was posted has its link too, and the last one does not wait for the next posting. */
export const keepHead: DailyTask = {
  type: 'keep-head',
  async run(tx: EntityManager): Promise<string> {
    // Postings hold the head: who has it knows that nothing of the day before is still under way.
    await tx.query('select from ledger_head for update');
    const [end] = await tx.query<{ day: string; sequence: string; hash: string }[]>(keptHead);
    if (!end) return 'no entries before today';
    return `${end.day} ended with entry ${end.sequence}, its link ${end.hash}`;
  },
};

// The row policies keep it to the company of the transaction. What triggers enforce is proved all the same: they may have
// been switched off, and a restored backup has not run them.
const findings = `
  with entry as (
    select entry.id, entry.company_id,
      coalesce(sum(amount) filter (where side = 'debit'), 0) as debit,
      coalesce(sum(amount) filter (where side = 'credit'), 0) as credit,
      count(line.number) as lines,
      count(*) filter (where line.company_id <> entry.company_id) as strays
    from journal_entry entry
    left join journal_line line on line.organization_id = entry.organization_id and line.entry_id = entry.id
    group by entry.organization_id, entry.id, entry.company_id)
  select count(*)::int as entries, coalesce(sum(debit), 0)::numeric(24, 2)::text as debits,
    coalesce(sum(credit), 0)::numeric(24, 2)::text as credits,
    coalesce((array_agg(id::text order by id)
      filter (where debit <> credit or lines < 2 or strays > 0))[1:10], '{}') as wrong
  from entry`;

const keptHead = `
  with ended as (
    select organization_id, company_id, ((now() at time zone 'UTC')::date - 1) as day, sequence, hash
    from journal_entry where posted_at < date_trunc('day', now(), 'UTC') order by sequence desc limit 1
  ), kept as (
    insert into ledger_head_day (organization_id, company_id, day, sequence, hash) select * from ended
    on conflict do nothing
  )
  select day::text as day, sequence, encode(hash, 'hex') as hash from ended`;
