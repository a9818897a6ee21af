import type { EntrySide, PartyKind, ServiceName } from '@dhanman/contracts';
import { type Id, Money, PlainDate } from '@dhanman/kernel';
import type { Scope } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { PlacedEntry } from './canonical-entry.js';
import type { EntryKind, EntrySource, JournalLine } from './journal-entry.js';
import type { Posted } from './posting.js';

export interface StoredEntry extends PlacedEntry {
  /** The entry that took it back. */
  readonly reversedBy: Posted | null;
  /** The entry that it took back. */
  readonly reverses: Id | null;
}

/** Entries as they were posted, with what was reversed since. */
@Injectable()
export class StoredEntriesService {
  async bySources(tx: EntityManager, scope: Scope, sources: readonly EntrySource[]): Promise<StoredEntry[]> {
    const rows = await tx.query<Row[]>(`${stored} ${bySource}`, [
      scope.organizationId,
      JSON.stringify(sources),
    ]);
    return rows.map(entryIn);
  }

  async byId(tx: EntityManager, scope: Scope, id: Id): Promise<StoredEntry | undefined> {
    const where = 'where entry.organization_id = $1 and entry.id = $2';
    const [row] = await tx.query<Row[]>(`${stored} ${where}`, [scope.organizationId, id]);
    return row && entryIn(row);
  }
}

interface Row extends Omit<PlacedEntry, 'sequence' | 'source' | 'on' | 'lines'> {
  readonly kind: EntryKind;
  readonly sequence: string;
  readonly service: ServiceName;
  readonly document: string;
  readonly sourceId: Id;
  readonly purpose: string;
  readonly version: number;
  readonly on: string;
  readonly lines: readonly LineRow[];
  readonly reversedBy: Posted | null;
  readonly reverses: Id | null;
}

interface LineRow extends Omit<JournalLine, 'amount' | 'party' | 'side'> {
  readonly side: EntrySide;
  readonly amount: string;
  readonly partyKind: PartyKind | null;
  readonly partyId: Id & { readonly idOf: string };
}

function entryIn({
  service,
  document,
  sourceId,
  purpose,
  version,
  sequence,
  on,
  lines,
  ...row
}: Row): StoredEntry {
  return {
    ...row,
    sequence: BigInt(sequence),
    source: { service, document, id: sourceId, purpose, version },
    on: PlainDate.parse(on),
    lines: lines.map(({ partyKind, partyId, amount, ...line }) => ({
      ...line,
      amount: Money.parse(amount, row.currency),
      party: partyKind === null ? null : { kind: partyKind, id: partyId },
    })),
  };
}

const instant = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

// Amounts have four decimals in the table and as many as their currency in the books.
const stored = `
  select entry.organization_id as "organizationId", entry.company_id as "companyId", entry.id, sequence, number,
    ${instant('entry.posted_at')} as "postedAt", entered_on::text as on, financial_year as "financialYear", kind,
    currency, narration, source_service as service, source_document as document, source_id as "sourceId",
    source_purpose as purpose, source_version as version, posted_by as "postedBy",
    encode(request_hash, 'hex') as "requestHash", line.lines,
    (select entry_id from journal_reversal where organization_id = $1 and reversal_id = entry.id) as reverses,
    (select jsonb_build_object('entryId', later.id, 'number', later.number, 'postedAt', ${instant('later.posted_at')})
     from journal_reversal reversal join journal_entry later on later.organization_id = $1 and later.id = reversal_id
     where reversal.organization_id = $1 and reversal.entry_id = entry.id) as "reversedBy"
  from journal_entry entry
  cross join lateral (
    select json_agg(json_build_object('accountId', account_id, 'account', account, 'side', side,
      'amount', trim_scale(amount)::text,
      'narration', line.narration, 'partyKind', party_kind, 'partyId', party_id, 'branchId', branch_id,
      'costCentre', cost_centre, 'rule', rule, 'inputs', inputs::text) order by line.number) as lines
    from journal_line line where line.organization_id = entry.organization_id and line.entry_id = entry.id) as line`;

const bySource = `
  join json_to_recordset($2) as asked (service text, document text, id uuid, purpose text, version integer)
    on entry.organization_id = $1 and source_service = service and source_document = document
      and source_id = asked.id and source_purpose = purpose and source_version = version`;
