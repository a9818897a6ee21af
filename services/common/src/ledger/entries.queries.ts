import type { EntryDto, EntryPage, EntrySummary, EntryWhy, ListEntries } from '@dhanman/contracts';
import type { Id } from '@dhanman/kernel';
import { type Actor, Database, Keyset, NotFound, type Sorts } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { JournalLine } from './journal-entry.js';
import { type StoredEntry, StoredEntriesService } from './stored-entries.service.js';

const sorts: Sorts<'enteredOn' | 'sequence'> = {
  enteredOn: { sql: 'entered_on', type: 'date' },
  sequence: { sql: 'sequence', type: 'bigint' },
};

type Row = EntrySummary & { readonly sortedBy: string };

@Injectable()
export class EntriesQueries {
  constructor(
    private readonly db: Database,
    private readonly entries: StoredEntriesService,
  ) {}

  async list(actor: Actor, query: ListEntries): Promise<EntryPage> {
    const keyset = new Keyset(sorts, '-sequence', query);
    const values: unknown[] = [];
    const place = (value: unknown): string => `$${values.push(value)}`;
    const { from, to, number, service, sourceId } = query;
    const filters = [
      ...(from === undefined ? [] : [`entered_on >= ${place(from)}`]),
      ...(to === undefined ? [] : [`entered_on <= ${place(to)}`]),
      ...(number === undefined ? [] : [`number = ${place(number)}`]),
      ...(service === undefined ? [] : [`source_service = ${place(service)}`]),
      ...(sourceId === undefined ? [] : [`source_id = ${place(sourceId)}`]),
    ];
    const sql = `
      select ${summary}, ${keyset.select} from journal_entry entry
      where organization_id = ${place(actor.organizationId)} and company_id = ${place(actor.company)}
        and ${[...filters, keyset.where(place)].join(' and ')}
      ${keyset.orderAndLimit}`;
    return this.db.read(actor, async (tx) => keyset.page(await tx.query<Row[]>(sql, values), withoutSort));
  }

  async get(actor: Actor, id: Id): Promise<EntryDto> {
    return this.db.read(actor, async (tx) => toDto(await this.find(tx, actor, id)));
  }

  /** The document, and for each line the rule that made it and what it was made from. */
  async why(actor: Actor, id: Id): Promise<EntryWhy> {
    return this.db.read(actor, async (tx) => {
      const entry = await this.find(tx, actor, id);
      const names = await tx.query<{ id: Id; name: string }[]>(
        'select id, name from account where organization_id = $1 and id = any($2)',
        [actor.organizationId, entry.lines.map(({ accountId }) => accountId)],
      );
      return whyDto(entry, new Map(names.map(({ id: account, name }) => [account, name])));
    });
  }

  private async find(tx: EntityManager, actor: Actor, id: Id): Promise<StoredEntry> {
    const entry = await this.entries.byId(tx, actor, id);
    if (entry?.companyId !== actor.company) throw new NotFound('entry');
    return entry;
  }
}

const summary = `
  id, company_id as "companyId", number, sequence::text as sequence, kind, entered_on::text as "enteredOn",
  financial_year as "financialYear", currency, narration, source_service as service,
  jsonb_build_object('document', source_document, 'id', source_id, 'version', source_version,
    'purpose', source_purpose) as source,
  to_char(posted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "postedAt", posted_by as "postedBy",
  (select sum(amount)::numeric(20, 2)::text from journal_line line
   where line.organization_id = entry.organization_id and line.entry_id = entry.id and side = 'debit') as total,
  exists (select from journal_reversal reversal
    where reversal.organization_id = entry.organization_id and reversal.entry_id = entry.id) as "isReversed"`;

function withoutSort({ sortedBy: _, ...entry }: Row): EntrySummary {
  return entry;
}

function headOf(entry: StoredEntry) {
  const { id, companyId, number, kind, financialYear, currency, narration, postedAt, postedBy } = entry;
  const { service, ...source } = entry.source;
  return {
    ...{ id, companyId, number, sequence: entry.sequence.toString(), kind, enteredOn: entry.on.toString() },
    ...{ financialYear, currency, narration, service, source, postedAt, postedBy },
  };
}

function toDto(entry: StoredEntry): EntryDto {
  const { reversedBy, reverses } = entry;
  const by = reversedBy && { entryId: reversedBy.entryId, number: reversedBy.number };
  return { ...headOf(entry), lines: entry.lines.map(lineDto), reversedBy: by, reverses };
}

function lineDto({ accountId, account, side, amount, narration, party, branchId, costCentre }: JournalLine) {
  const branch = branchId as EntryDto['lines'][number]['branchId'];
  return {
    accountId,
    account,
    side,
    amount: amount.toJSON(),
    narration,
    party,
    branchId: branch,
    costCentre,
  };
}

function whyDto(
  { id, number, narration, source, lines }: StoredEntry,
  names: ReadonlyMap<Id, string>,
): EntryWhy {
  const { service, ...document } = source;
  return {
    ...{ entryId: id, number, service, source: document, narration },
    lines: lines.map(({ accountId, account, side, amount, party, rule, inputs }) => ({
      ...{
        account,
        accountName: names.get(accountId) ?? account,
        side,
        amount: amount.toJSON(),
        party,
        rule,
      },
      inputs: inputs === null ? {} : (JSON.parse(inputs) as Record<string, string>),
    })),
  };
}
