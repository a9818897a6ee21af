import { DomainError } from '@dhanman/kernel';
import pg from 'pg';
import { QueryFailedError } from 'typeorm';
import { DatabaseBusy, DatabaseUnavailable, Stale } from './errors.js';

export type Constraints = Readonly<Record<string, () => DomainError>>;

const serializationFailure = '40001';
const deadlock = '40P01';
/** Raised by our own trigger, see `baseline`. */
const staleUpdate = 'DH001';
/** Lock not available, statement cancelled by its timeout: the server is there, somebody else holds the rows. */
const contention = new Set([serializationFailure, deadlock, '55P03', '57014', '25P03']);
/** Server going down or coming up, or without room for another connection, more memory or disk. */
const outage = new Set(['57P01', '57P02', '57P03', '53300', '53200', '53100']);

/** The error the server itself reported, wherever an ORM wrapped it; undefined for a failure of the connection. */
export function serverError(error: unknown): pg.DatabaseError | undefined {
  const inner = error instanceof QueryFailedError ? (error.driverError as unknown) : error;
  return inner instanceof pg.DatabaseError ? inner : undefined;
}

/** Postgres rolled the transaction back because of others; running it again is the documented answer. */
export function isRerunnable(error: unknown): boolean {
  const state = serverError(error)?.code;
  return state === serializationFailure || state === deadlock;
}

/** The connection itself is broken or silent; whatever it was doing has an unknown outcome. */
export function isConnectionLost(error: unknown): boolean {
  if (error instanceof DomainError) return false;
  const reported = serverError(error);
  if (reported) return isOutage(reported.code);
  return error instanceof QueryFailedError || error instanceof DatabaseUnavailable;
}

/**
 * What a caller may know of a database error. Only SQLSTATE and constraint names decide, never the text, which
 * changes with the server's language. Anything not foreseen stays as it is and becomes a 500: it is a bug.
 */
export function asDomainError(error: unknown, constraints: Constraints): unknown {
  const reported = serverError(error);
  if (!reported) return isConnectionLost(error) ? new DatabaseUnavailable(error) : error;
  const broken = constraints[reported.constraint ?? ''];
  return broken ? broken() : byState(reported.code ?? '', error);
}

function byState(state: string, error: unknown): unknown {
  if (state === staleUpdate) return new Stale(undefined, error);
  if (contention.has(state)) return new DatabaseBusy(error);
  return isOutage(state) ? new DatabaseUnavailable(error) : error;
}

function isOutage(state: string | undefined): boolean {
  return state !== undefined && (state.startsWith('08') || outage.has(state));
}
