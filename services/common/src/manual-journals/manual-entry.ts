import { DomainError, PlainDate } from '@dhanman/kernel';
import { type Books, openYear } from '../ledger/books.js';
import { type Asked, objections, objectionsOf } from '../ledger/journal-entry.js';
import type { ManualJournal } from './manual-journal.js';

export class ReversalNotPossible extends DomainError {
  constructor(cause: DomainError) {
    super('conflict', 'reversal-not-possible', `Of the reversal: ${cause.message}`, {
      field: 'reverseOn',
      cause,
    });
  }
}

/** What a manual journal asks of the ledger, in the words in which any document of any service asks. */
export function askedFor({ id, on, currency, narration, lines }: ManualJournal, by: string): Asked {
  const source = { document: 'manual-journal', id, version: 1, purpose: 'post' };
  const written = lines.map((line) => ({ ...line, why: { rule: 'manual-journal' } }));
  return { service: 'common', by, request: { source, on, currency, narration, lines: written } };
}

/** Everything that keeps the books from taking the entry, and its reversal if there is to be one. */
export function objectionsTo(journal: ManualJournal, books: Books): readonly DomainError[] {
  const { reverseOn } = journal;
  const ofReversal =
    reverseOn === null ? [] : objectionsOf([() => openYear(books, PlainDate.parse(reverseOn))]);
  const ofEntry = objections(askedFor(journal, ''), books);
  return [...ofEntry, ...ofReversal.map((cause) => new ReversalNotPossible(cause))];
}
