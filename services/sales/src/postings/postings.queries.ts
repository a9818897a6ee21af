import type { AskPostings, PostingCount, PostingCounts } from '@dhanman/contracts';
import { type Actor, Database } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';

/** One half of the posting proof: what must be in the ledger. The ledger tells the other half by itself. */
@Injectable()
export class PostingsQueries {
  constructor(private readonly db: Database) {}

  async count(actor: Actor, { from, to }: AskPostings): Promise<PostingCounts> {
    const values = [actor.organizationId, actor.company, from ?? null, to ?? null];
    return this.db.read(actor, async (tx) => ({ items: await tx.query<PostingCount[]>(counted, values) }));
  }
}

// What was reversed is no longer due: the ledger does not count it either. A document counts with what its party is
// charged or credited: rounding is a matter between the books and nobody.
const counted = `
  with due as (
    select 'invoice' as document, id, posting_version, dated_on, total as amount,
      case when state = 'issued' or state = 'posted' and cancelled_on is not null then 'asked' else state end as state
    from invoice
    where organization_id = $1 and company_id = $2 and state in ('issued', 'posted', 'rejected')
    union all
    select document, document_id, posting_version, posting.dated_on, coalesce(note.total, amount),
      case posting.state when 'reversing' then 'asked' else posting.state end
    from posting left join credit_note note
      on document = 'credit-note' and note.organization_id = posting.organization_id and note.id = document_id
    where posting.organization_id = $1 and posting.company_id = $2
      and posting.state not in ('reversed', 'withdrawn'))
  select document, to_char(dated_on, 'YYYY-MM') as month, count(*)::int as due,
    count(*) filter (where state = 'posted')::int as posted,
    count(*) filter (where state = 'asked')::int as "inFlight",
    count(*) filter (where state = 'rejected')::int as rejected,
    sum(amount)::numeric(20, 4)::text as "amountDue",
    coalesce(sum(amount) filter (where state = 'posted'), 0)::numeric(20, 4)::text as "amountPosted",
    coalesce(sum(hashtextextended(id || ' ' || posting_version, 0)) filter (where state = 'posted'), 0)::text
      as fingerprint
  from due
  where dated_on between coalesce($3::date, '-infinity') and coalesce($4::date, 'infinity')
  group by document, month order by document, month`;
