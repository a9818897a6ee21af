import { isId } from '@dhanman/kernel';
import type {
  ListManualJournals,
  ManualJournalDto,
  ManualJournalPage,
  ManualJournalSummary,
} from '@dhanman/contracts';
import { type Actor, Database, Keyset, NotFound, type Sorts } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ManualJournal, ManualJournalId } from './manual-journal.js';
import { ownApproval } from './own-approval.service.js';

const sorts: Sorts<'on' | 'total'> = {
  on: { sql: 'dated_on', type: 'date' },
  total: { sql: 'total', type: 'numeric' },
};

type Row = ManualJournal & Pick<ManualJournalSummary, 'entry' | 'reversal'> & { readonly sortedBy: string };
type Names = ReadonlyMap<string, string>;

@Injectable()
export class ManualJournalsQueries {
  constructor(private readonly db: Database) {}

  async get(actor: Actor, id: ManualJournalId): Promise<ManualJournalDto> {
    const sql = `select ${columns}, lines from manual_journal journal
      where organization_id = $1 and company_id = $2 and id = $3`;
    return this.db.read(actor, async (tx) => {
      const [row] = await tx.query<Row[]>(sql, [actor.organizationId, actor.company, id]);
      if (!row) throw new NotFound('manual-journal');
      const summary = summaryOf(row, await namesIn(tx, [row]));
      const isOne = row.state === 'submitted' && row.approvalsNeeded === 1;
      return {
        ...summary,
        lines: [...row.lines],
        mayApproveOwn: isOne && (await ownApproval(tx, actor, 'dhanman.common.journal.approve', row)),
      };
    });
  }

  async list(actor: Actor, query: ListManualJournals): Promise<ManualJournalPage> {
    const keyset = new Keyset(sorts, '-on', query);
    const values: unknown[] = [];
    const place = (value: unknown): string => `$${values.push(value)}`;
    const sql = `
      select ${columns}, ${keyset.select} from manual_journal journal
      where organization_id = ${place(actor.organizationId)} and company_id = ${place(actor.company)}
        and ${filters(query, place)} and ${keyset.where(place)}
      ${keyset.orderAndLimit}`;
    return this.db.read(actor, async (tx) => {
      const rows = await tx.query<Row[]>(sql, values);
      const names = await namesIn(tx, rows);
      return keyset.page(rows, (row) => summaryOf(row, names));
    });
  }
}

/** What was discarded is seen by whoever asks for it. */
function filters({ state, from, until, q }: ListManualJournals, place: (value: unknown) => string): string {
  const parts = [
    state === undefined ? `state <> 'discarded'` : `state = ${place(state)}`,
    from !== undefined && `dated_on >= ${place(from)}`,
    until !== undefined && `dated_on <= ${place(until)}`,
    q !== undefined && `position(lower(${place(q)}) in lower(narration)) > 0`,
  ];
  return parts.filter((part) => part !== false).join(' and ');
}

async function namesIn(tx: EntityManager, rows: readonly Row[]): Promise<Names> {
  const people = rows.flatMap(({ writtenBy, approvals, returned }) => [
    ...writtenBy,
    ...approvals.map(({ by }) => by),
    ...(returned ? [returned.by] : []),
  ]);
  const found = await tx.query<{ id: string; name: string }[]>(
    'select id, name from person where id = any($1::uuid[])',
    // A subject of another issuer is nobody we know the name of.
    [[...new Set(people)].filter(isId)],
  );
  return new Map(found.map(({ id, name }) => [id, name]));
}

function summaryOf(row: Row, names: Names): ManualJournalSummary {
  const { id, companyId, on, narration, reverseOn, currency, total, state, approvalsNeeded } = row;
  const { returned, entry, reversal, version, createdAt, updatedAt } = row;
  const person = (by: string) => ({ id: by, name: names.get(by) ?? null });
  return {
    ...{ id, companyId, on, narration, reverseOn, currency, total, state, approvalsNeeded },
    ...{ entry, reversal, version },
    writtenBy: row.writtenBy.map(person),
    approvals: row.approvals.map(({ by, at, byAuthor = false }) => ({ by: person(by), at, byAuthor })),
    returned: returned && { ...returned, by: person(returned.by) },
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}

const columns = `
  id, company_id as "companyId", dated_on::text as "on", narration, reverse_on::text as "reverseOn", currency,
  total::text as total, state, written_by as "writtenBy", approvals, approvals_needed as "approvalsNeeded",
  returned, version, created_at as "createdAt", updated_at as "updatedAt",
  (select jsonb_build_object('id', entry.id, 'number', entry.number) from journal_entry entry
   where entry.organization_id = journal.organization_id and entry.id = entry_id) as entry,
  (select jsonb_build_object('id', later.id, 'number', later.number)
   from journal_reversal reversal join journal_entry later
     on later.organization_id = reversal.organization_id and later.id = reversal_id
   where reversal.organization_id = journal.organization_id and reversal.entry_id = journal.entry_id) as reversal`;
