import { DomainError, type Id, type PlainDate } from '@dhanman/kernel';
import { type Actor, Database, NotFound, type Scope } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type EntrySource, reversalOf } from './journal-entry.js';
import { JournalService } from './journal.service.js';
import type { Posted } from './posting.js';
import { type StoredEntry, StoredEntriesService } from './stored-entries.service.js';

export class EntryReversed extends DomainError {
  constructor(number: string, by: string) {
    super('conflict', 'entry-reversed', `${number} has been reversed by ${by} already.`);
  }
}

export class EntryUnknown extends DomainError {
  constructor({ document, purpose, version }: EntrySource) {
    const what = `The books have no entry for the ${purpose} of this ${document}, version ${String(version)}.`;
    super('not-found', 'entry-unknown', what);
  }
}

/** The entry of a document is taken back by the document: else the books and it would tell different stories. */
export class EntryOfDocument extends DomainError {
  constructor({ service, document }: EntrySource) {
    const what = `This entry was made by the ${document} of ${service}: reverse it there.`;
    super('conflict', 'entry-of-document', what);
  }
}

export class EntryOfYearEnd extends DomainError {
  constructor(number: string) {
    super('conflict', 'entry-of-year-end', `${number} closes a year: reopen the year to take it back.`);
  }
}

export interface Reversal {
  readonly on: PlainDate;
  readonly reason: string;
  readonly by?: string | undefined;
}

/** A correction never changes an entry: its mirror is posted, and the two are linked both ways. */
@Injectable()
export class ReversalsService {
  constructor(
    private readonly db: Database,
    private readonly journal: JournalService,
    private readonly entries: StoredEntriesService,
  ) {}

  /** Reverses the entries of these documents: all of them, or none. Asked again, it gives the reversals they have. */
  async reverse(
    tx: EntityManager,
    scope: Scope,
    sources: readonly EntrySource[],
    reversal: Reversal,
  ): Promise<readonly Posted[]> {
    const head = await this.journal.lock(tx, scope);
    const found = await this.entries.bySources(tx, scope, sources);
    const entries = sources.map((source) => find(found, source));
    const done = entries.flatMap(({ reversedBy }) => reversedBy ?? []);
    if (done.length === entries.length) return done;
    const reversed = entries.find(({ reversedBy }) => reversedBy !== null);
    if (reversed?.reversedBy) throw new EntryReversed(reversed.number, reversed.reversedBy.number);
    const mirrors = entries.map((entry) => reversalOf(entry, { ...reversal, books: head.books }));
    const unplaced = mirrors.map((entry) => ({ entry, requestHash: null }));
    const { placed } = await this.journal.append(tx, head, unplaced);
    const pairs = entries.map(({ id }, index) => [id, placed[index]?.id]);
    await tx.query(link, [scope.organizationId, scope.companyId, reversal.reason, JSON.stringify(pairs)]);
    return placed.map(({ id, number, postedAt }) => ({ entryId: id, number, postedAt }));
  }

  /** For a person who looks at an entry. What closes a year is taken back by reopening the year. */
  async reverseByHand(actor: Actor, id: Id, reversal: Omit<Reversal, 'by'>): Promise<Posted> {
    const scope = { organizationId: actor.organizationId, companyId: actor.company };
    return this.db.transaction(actor, async (tx) => {
      const entry = await this.entries.byId(tx, scope, id);
      if (entry?.kind === 'closing') throw new EntryOfYearEnd(entry.number);
      return this.reverseEntry(tx, scope, id, { ...reversal, by: actor.userId });
    });
  }

  /** One that no document of a service stands behind. */
  async reverseEntry(tx: EntityManager, scope: Scope, id: Id, reversal: Reversal): Promise<Posted> {
    const entry = await this.entries.byId(tx, scope, id);
    if (entry?.companyId !== scope.companyId || !entry) throw new NotFound('entry');
    if (entry.source.service !== 'common') throw new EntryOfDocument(entry.source);
    if (entry.reversedBy) throw new EntryReversed(entry.number, entry.reversedBy.number);
    const [posted] = await this.reverse(tx, scope, [entry.source], reversal);
    if (!posted) throw new Error('A reversal has not been written.');
    return posted;
  }
}

function find(entries: readonly StoredEntry[], wanted: EntrySource): StoredEntry {
  const entry = entries.find(({ source }) => keyOf(source) === keyOf(wanted));
  if (!entry) throw new EntryUnknown(wanted);
  return entry;
}

function keyOf({ service, document, id, purpose, version }: EntrySource): string {
  return [service, document, id, purpose, version].join(' ');
}

const link = `
  insert into journal_reversal (organization_id, company_id, entry_id, reversal_id, reason)
  select $1, $2, (pair ->> 0)::uuid, (pair ->> 1)::uuid, $3 from json_array_elements($4) as pair`;
