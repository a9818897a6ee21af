import { newId } from '@dhanman/kernel';
import { query } from './database.js';
import type { Member } from './member.js';
import type { Examples } from './routes.js';
import type { StartedService } from './service.js';

/** What every service holds beside its business: a message and a job of the organization that could not be done. */
export async function operationsExamples(
  { database }: StartedService,
  { organizationId }: Member,
): Promise<Examples> {
  const [letter, job, message] = [newId(), newId(), newId()];
  const correlation = newId();
  const envelope = JSON.stringify({ organizationId });
  const name = 'common.example.v1';
  await query(database.adminUrl, letterSql, [letter, message, name, correlation, envelope]);
  await query(database.adminUrl, jobSql, [job, name, organizationId, correlation, envelope]);
  return {
    ids: { traces: correlation, 'dead-letters': letter, 'failed-jobs': job },
    bodies: {
      'deadLetters.replay': { ids: [letter] },
      'deadLetters.discard': { ids: [letter], reason: 'An example.' },
    },
  };
}

const letterSql = `
  insert into dead_letter (id, message_id, contract, queue, correlation_id, envelope, payload, reason, history)
  values ($1, $2, $3, $3, $4, $5, '{}', 'An example.', '[]')`;
const jobSql = `
  insert into job (id, contract, once, organization, correlation_id, envelope, payload, state, error)
  values ($1, $2, 'example', $3, $4, $5, '{}', 'failed', 'An example.')`;
