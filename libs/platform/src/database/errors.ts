import { DomainError } from '@dhanman/kernel';

/** The database cannot do it now; the same request may well succeed in a moment. */
export class DatabaseUnavailable extends DomainError {
  constructor(cause?: unknown) {
    super('unavailable', 'database-unavailable', 'The service cannot reach its database. Please try again.', {
      cause,
    });
  }
}

/** Another transaction stood in the way for too long. */
export class DatabaseBusy extends DomainError {
  constructor(cause?: unknown) {
    super('unavailable', 'database-busy', 'The records are in use by others. Please try again.', { cause });
  }
}

/** The row is not there, or belongs to another company, which is the same thing to whoever asks. */
export class NotFound extends DomainError {
  constructor(what: string) {
    super('not-found', `${what}-not-found`, `This ${what.replaceAll('-', ' ')} does not exist.`);
  }
}

/** The caller decided on the strength of a version that is no longer the current one. */
export class Stale extends DomainError {
  constructor(currentVersion?: number, cause?: unknown) {
    super('stale', 'changed-meanwhile', 'Somebody has changed this meanwhile. Please look at it again.', {
      cause,
      ...(currentVersion !== undefined && { details: { currentVersion } }),
    });
  }
}
