import type { Id } from '@dhanman/kernel';
import type { EntityManager } from 'typeorm';
import { runPrepared } from '../database/prepared.js';
import type { Attempt, Step } from './attempt.js';
import { IdempotencyKeyReused, RequestInFlight } from './errors.js';
import type { KeptResults } from './kept-results.js';

export interface OnceParts {
  readonly organizationId: Id;
  readonly attempt: Attempt;
  readonly step: Step;
  readonly kept: KeptResults;
}

interface Kept {
  readonly fingerprint: Buffer;
  readonly result: string;
}

/**
 * Runs the work, or gives back what it returned when an earlier sending of the request had run it. The row that remembers
 * is written in the transaction of the work: there is no moment, whatever dies, at which one exists without the other.
 * A work that throws leaves no row, so that a corrected or luckier request may come under the same key.
 */
export async function once<T>(tx: EntityManager, parts: OnceParts, work: () => Promise<T>): Promise<T> {
  const { organizationId, attempt, step, kept } = parts;
  const name = [organizationId, step.person, step.route, step.key, step.number];
  const { claimed } = await runPrepared(tx, {
    ...claim,
    values: [...name, step.fingerprint, name.join('\n')],
  });
  if (claimed !== true) {
    const [row] = await tx.query<Kept[]>(recall, name);
    if (!row) throw new RequestInFlight();
    if (!row.fingerprint.equals(step.fingerprint)) throw new IdempotencyKeyReused();
    if (step.number === 1) attempt.isReplay = true;
    return kept.read(row.result) as T;
  }
  const result = await work();
  await runPrepared(tx, { ...keep, values: [...name, kept.write(result)] });
  return result;
}

// Whoever is at the same request now holds the lock, and we do not wait for them: a waiting double-click would hold a
// connection for nothing. With the lock in hand nobody else can be about to insert, so the insert never waits either.
const claim = {
  name: 'claim idempotency key',
  text: `
    with lock as materialized (select pg_try_advisory_xact_lock(hashtextextended($7, 0)) as free)
    insert into idempotency_key (organization_id, person, route, key, step, fingerprint)
    select $1::uuid, $2::text, $3::text, $4::text, $5::smallint, $6::bytea from lock where free
    on conflict do nothing returning true as claimed`,
};

const recall = `
  select fingerprint, result::text from idempotency_key
  where organization_id = $1 and person = $2 and route = $3 and key = $4 and step = $5`;

const keep = {
  name: 'keep result',
  text: `
    update idempotency_key set result = $6::json
    where organization_id = $1 and person = $2 and route = $3 and key = $4 and step = $5`,
};
