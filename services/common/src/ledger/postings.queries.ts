import type { AskPostings, LedgerPosting, LedgerPostings } from '@dhanman/contracts';
import { type Actor, Database } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';

/** One half of the posting proof: what of the documents of other services stands in the ledger. */
@Injectable()
export class PostingsQueries {
  constructor(private readonly db: Database) {}

  async count(actor: Actor, { from, to }: AskPostings): Promise<LedgerPostings> {
    const values = [actor.organizationId, actor.company, from ?? null, to ?? null];
    return this.db.read(actor, async (tx) => ({ items: await tx.query<LedgerPosting[]>(counted, values) }));
  }
}

// What was reversed counts no more: a service that still calls its document posted does not know of it. An entry counts
// with what its party is charged or credited, as a document does: a bill rounded down has debits beyond its total.
const counted = `
  select source_service as service, source_document as document, to_char(entered_on, 'YYYY-MM') as month,
    count(*)::int as entries, sum(total)::numeric(20, 4)::text as amount,
    sum(hashtextextended(source_id || ' ' || source_version, 0))::text as fingerprint
  from journal_entry entry cross join lateral (
    select coalesce(
      greatest(
        sum(amount) filter (where side = 'debit' and party_id is not null),
        sum(amount) filter (where side = 'credit' and party_id is not null)),
      sum(amount) filter (where side = 'debit')) as total
    from journal_line line
    where line.organization_id = entry.organization_id and line.company_id = entry.company_id
      and line.entry_id = entry.id) as worth
  where organization_id = $1 and company_id = $2 and source_service <> 'common' and kind <> 'reversal'
    and entered_on between coalesce($3::date, '-infinity') and coalesce($4::date, 'infinity')
    and not exists (
      select from journal_reversal reversal
      where reversal.organization_id = entry.organization_id and reversal.entry_id = entry.id)
  group by service, document, month order by service, document, month`;
