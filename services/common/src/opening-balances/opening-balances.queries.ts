import type { ManualJournalLine, OpeningBalances } from '@dhanman/contracts';
import type { Id } from '@dhanman/kernel';
import { type Actor, Database, NotFound } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { JournalLine } from '../ledger/journal-entry.js';
import { StoredEntriesService } from '../ledger/stored-entries.service.js';
import { differenceOf, differenceRule, openingDocument } from './opening-balances.js';

type Earlier = OpeningBalances['earlier'][number];

interface Row extends Omit<Earlier, 'reversal' | 'postedAt'> {
  readonly entry: Earlier['entry'] & { readonly id: Id };
  readonly postedAt: Date;
  readonly reversal: Earlier['reversal'] | null;
}

type Ground = Pick<OpeningBalances, 'currency' | 'days' | 'equity'>;

@Injectable()
export class OpeningBalancesQueries {
  constructor(
    private readonly db: Database,
    private readonly entries: StoredEntriesService,
  ) {}

  async get(actor: Actor): Promise<OpeningBalances> {
    const company = [actor.organizationId, actor.company];
    return this.db.read(actor, async (tx) => {
      const rows = await tx.query<Row[]>(versions, [...company, openingDocument]);
      const current = rows.find(({ reversal }) => reversal === null);
      const [ground] = await tx.query<Ground[]>(groundOf, company);
      if (!ground) throw new NotFound('company');
      return {
        ...ground,
        current: current ? await this.withLines(tx, actor, current, ground.currency) : null,
        earlier: rows.flatMap((row) => (row.reversal === null ? [] : [earlierOf(row, row.reversal)])),
      };
    });
  }

  private async withLines(tx: EntityManager, actor: Actor, row: Row, currency: string) {
    const stored = await this.entries.byId(tx, actor, row.entry.id);
    const entered = (stored?.lines ?? []).filter(({ rule }) => rule !== differenceRule).map(lineOf);
    const { version, on, entry, postedBy } = row;
    return {
      ...{ version, on, entry, postedBy, postedAt: row.postedAt.toISOString() },
      ...{ difference: differenceOf(entered, currency).toJSON(), lines: entered },
    };
  }
}

function earlierOf({ version, on, entry, postedAt, postedBy }: Row, reversal: Earlier['reversal']): Earlier {
  return { version, on, entry, postedAt: postedAt.toISOString(), postedBy, reversal };
}

function lineOf(line: JournalLine): ManualJournalLine {
  const { account, side, amount, narration, party, branchId, costCentre } = line;
  return {
    ...{ account, side, amount: amount.toJSON() },
    ...(narration !== null && { narration }),
    ...(party !== null && { party }),
    ...(branchId !== null && { branchId: branchId as NonNullable<ManualJournalLine['branchId']> }),
    ...(costCentre !== null && { costCentre }),
  };
}

// The last day of a year comes before the first ones: there what the old books closed with is entered as it is.
const groundOf = `
  select currency,
    (select jsonb_build_object('code', code, 'name', name) from account
     where organization_id = $1 and role = 'opening-balance-equity') as equity,
    (select coalesce(jsonb_agg(day order by is_first, day desc), '[]') from (
       select ends_on as day, false as is_first, id from financial_year year
       where organization_id = $1 and company_id = $2 and state = 'open' and exists (
         select from financial_year later
         where later.organization_id = $1 and later.company_id = $2 and later.starts_on > year.ends_on)
       union all
       select starts_on, true, id from financial_year
       where organization_id = $1 and company_id = $2 and state = 'open') as possible
     where not exists (
       select from accounting_period period
       where organization_id = $1 and financial_year_id = possible.id and period.state = 'locked'
         and day between starts_on and ends_on)) as days
  from company where organization_id = $1 and id = $2`;

const versions = `
  select source_version as version, entered_on::text as on, posted_at as "postedAt",
    jsonb_build_object('id', entry.id, 'number', number) as entry,
    (select name from person where person.id::text = posted_by) as "postedBy",
    (select jsonb_build_object('id', later.id, 'number', later.number)
     from journal_reversal reversal join journal_entry later
       on later.organization_id = reversal.organization_id and later.id = reversal_id
     where reversal.organization_id = entry.organization_id and reversal.entry_id = entry.id) as reversal
  from journal_entry entry
  where organization_id = $1 and source_service = 'common' and source_document = $3 and source_id = $2
    and source_purpose = 'opening'
  order by source_version desc`;
