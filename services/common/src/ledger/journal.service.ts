import { createHash } from 'node:crypto';
import { type Id, newId } from '@dhanman/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Scope, tell } from '@dhanman/platform';
import { type Books, CompanyUnknown } from './books.js';
import { BooksService } from './books.service.js';
import { canonicalText, type PlacedEntry } from './canonical-entry.js';
import type { JournalEntry } from './journal-entry.js';
import { linesOf, rowsOf } from './journal-rows.js';

/** Where the books of a company end. Whoever holds it is alone with them until the transaction ends. */
export interface Head {
  readonly organizationId: Id;
  readonly companyId: Id;
  readonly books: Books;
  readonly sequence: bigint;
  readonly hash: Buffer;
  /** The last number used, by code of the financial year. */
  readonly numbers: Readonly<Record<string, number>>;
  /** The instant at which everything written under this lock is recorded; later than everything recorded before. */
  readonly now: string;
}

export interface Unplaced {
  readonly entry: JournalEntry;
  readonly requestHash: string | null;
}

@Injectable()
export class JournalService {
  constructor(private readonly books: BooksService) {}

  /** Waits for its turn at the company; other companies go on. Taken late, because it is kept until the commit. */
  async lock(tx: EntityManager, { organizationId, companyId }: Scope): Promise<Head> {
    const [row] = await tx.query<HeadRow[]>(lockHead, [organizationId, companyId ?? null]);
    if (!row || companyId === undefined) throw new CompanyUnknown();
    const { sequence, hash, numbers, now, revision } = row;
    const books = await this.books.at(tx, companyId, revision);
    return { organizationId, companyId, books, sequence: BigInt(sequence), hash, numbers, now };
  }

  /** Numbers the entries, adds them to the chain and writes them, in one statement for all. */
  async append(
    tx: EntityManager,
    head: Head,
    unplaced: readonly Unplaced[],
  ): Promise<{ readonly placed: readonly PlacedEntry[]; readonly head: Head }> {
    if (unplaced.length === 0) return { placed: [], head };
    let { sequence, hash } = head;
    const numbers: Record<string, number> = { ...head.numbers };
    const links = unplaced.map(({ entry, requestHash }) => {
      const place = (numbers[entry.financialYear] ?? 0) + 1;
      numbers[entry.financialYear] = place;
      sequence += 1n;
      const placed = {
        ...entry,
        ...identityIn(head),
        sequence,
        requestHash,
        number: numberOf(head, entry, place),
      };
      const previousHash = hash;
      hash = linkedTo(previousHash, canonicalText(placed));
      return { placed, previousHash, hash };
    });
    await tx.query(write, [
      ...[head.organizationId, head.companyId, sequence.toString(), hash, head.now, JSON.stringify(numbers)],
      ...[JSON.stringify(links.map(rowsOf)), JSON.stringify(links.flatMap(({ placed }) => linesOf(placed)))],
    ]);
    const placed = links.map((link) => link.placed);
    const entity = 'journal-entry';
    tell(
      tx,
      placed.map(({ organizationId, companyId, id }) => ({
        organizationId,
        companyId,
        entity,
        id,
        version: 1,
      })),
    );
    return { placed, head: { ...head, sequence, hash, numbers } };
  }
}

function identityIn({ organizationId, companyId, now }: Head) {
  return { organizationId, companyId, id: newId(), postedAt: now };
}

function numberOf({ books }: Head, { financialYear }: JournalEntry, place: number): string {
  const { prefix, digits } = books.numbers;
  return `${prefix}/${financialYear}/${String(place).padStart(digits, '0')}`;
}

/** A link covers the one before it, so that nothing before it can change unnoticed. */
function linkedTo(previous: Buffer, text: string): Buffer {
  return createHash('sha256').update(previous).update(text, 'utf8').digest();
}

interface HeadRow {
  readonly sequence: string;
  readonly hash: Buffer;
  readonly numbers: Readonly<Record<string, number>>;
  readonly now: string;
  readonly revision: string;
}

const lockHead = `
  select sequence, hash, numbers, books_revision as revision,
    to_char(greatest(clock_timestamp(), recorded_at + interval '1 microsecond') at time zone 'UTC',
      'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as now
  from ledger_head where organization_id = $1 and company_id = $2 for update`;

// A new day keeps where the chain ended on the day before. Lines come last: their trigger looks at the entries.
const write = `
  with day_before as (
    insert into ledger_head_day (organization_id, company_id, day, sequence, hash)
    select organization_id, company_id, (recorded_at at time zone 'UTC')::date, sequence, hash from ledger_head
    where organization_id = $1 and company_id = $2 and sequence > 0
      and (recorded_at at time zone 'UTC')::date < ($5::timestamptz at time zone 'UTC')::date
    on conflict do nothing
  ), head as (
    update ledger_head set sequence = $3, hash = $4, recorded_at = $5, numbers = $6
    where organization_id = $1 and company_id = $2
  ), entries as (
    insert into journal_entry (organization_id, company_id, posted_at, id, sequence, number, kind, financial_year,
      entered_on, currency, narration, source_service, source_document, source_id, source_purpose, source_version,
      posted_by, request_hash, previous_hash, hash)
    select $1, $2, $5, id, sequence, number, kind, financial_year, entered_on, currency, narration, source_service,
      source_document, source_id, source_purpose, source_version, posted_by, decode(request_hash, 'hex'),
      decode(previous_hash, 'hex'), decode(hash, 'hex')
    from json_to_recordset($7) as entry (id uuid, sequence bigint, number text, kind text, financial_year text,
      entered_on date, currency text, narration text, source_service text, source_document text, source_id uuid,
      source_purpose text, source_version integer, posted_by text, request_hash text, previous_hash text, hash text))
  insert into journal_line (organization_id, company_id, entry_id, sequence, entered_on, number, account_id, account,
    side, amount, narration, party_kind, party_id, branch_id, cost_centre, rule, inputs)
  select $1, $2, entry_id, sequence, entered_on, number, account_id, account, side, amount, narration, party_kind,
    party_id, branch_id, cost_centre, rule, inputs::json
  from json_to_recordset($8) as line (entry_id uuid, sequence bigint, entered_on date, number integer, account_id uuid,
    account text, side text, amount numeric, narration text, party_kind text, party_id uuid, branch_id uuid,
    cost_centre text, rule text, inputs text)`;
