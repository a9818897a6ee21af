import { DomainError, type Id } from '@dhanman/kernel';
import type { EntrySource } from './journal-entry.js';

export interface Posted {
  readonly entryId: Id;
  readonly number: string;
  /** With microseconds, as it stands in the chain. */
  readonly postedAt: string;
}

export interface Rejected {
  readonly code: string;
  readonly reason: string;
  readonly field?: string;
}

/** What the ledger answers to one request. */
export type Outcome = { readonly posted: Posted } | { readonly rejected: Rejected };

export class SourceConflict extends DomainError {
  constructor({ document, version }: Pick<EntrySource, 'document' | 'version'>) {
    const what =
      `Version ${String(version)} of this ${document} was sent before with other content: ` +
      'what was corrected is sent as its next version.';
    super('conflict', 'source-conflict', what, { field: 'source.version' });
  }
}

/** A broken rule as an answer; anything else is a failure, and is thrown on. */
export function rejectedFor(error: unknown): { readonly rejected: Rejected } {
  if (!(error instanceof DomainError) || error.kind === 'unavailable') throw error;
  const { code, message, field } = error;
  return { rejected: { code, reason: message, ...(field !== undefined && { field }) } };
}
