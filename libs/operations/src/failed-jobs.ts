import type { FailedJobDto, FailedJobPage, ListFailedJobs } from '@dhanman/contracts';
import { DomainError } from '@dhanman/kernel';
import { sendAgain } from '@dhanman/messaging';
import { Keyset, NotFound, type Sorts } from '@dhanman/platform';
import type { EntityManager } from 'typeorm';
import { organizationOf, type Whose } from './whose.js';

export class JobNotFailed extends DomainError {
  constructor(state: string) {
    super('conflict', 'job-not-failed', `This job is ${state}: only one that has failed can be tried again.`);
  }
}

type Row = Omit<FailedJobDto, 'createdAt' | 'failedAt' | 'retriedAt'> & {
  readonly createdAt: Date;
  readonly failedAt: Date;
  readonly retriedAt: Date | null;
};

interface Job {
  readonly state: string;
  readonly contract: string;
  readonly correlationId: string;
  readonly envelope: object;
  readonly payload: string;
}

const sorts: Sorts<'failedAt'> = { failedAt: { sql: 'touched_at', type: 'timestamptz' } };

const isTheirs = '($1::uuid is null or organization = $1)';

/** What was given up after its last attempt, the newest first. */
export async function listFailedJobs(
  tx: EntityManager,
  whose: Whose,
  query: ListFailedJobs,
): Promise<FailedJobPage> {
  const keyset = new Keyset(sorts, '-failedAt', query);
  const values: unknown[] = [organizationOf(whose)];
  const after = keyset.where((value) => `$${values.push(value)}`);
  const rows = await tx.query<(Row & { readonly sortedBy: string })[]>(
    `select id, contract, correlation_id as "correlationId", attempts, error, created_at as "createdAt",
       touched_at as "failedAt", retried_by as "retriedBy", retried_at as "retriedAt", ${keyset.select}
     from job where state = 'failed' and ${isTheirs} and ${after}
     ${keyset.orderAndLimit}`,
    values,
  );
  return keyset.page(rows, toDto);
}

/** Owes the job again, with all its attempts, from the commit on. */
export async function retryFailedJob(
  tx: EntityManager,
  whose: Whose,
  { id, by }: { readonly id: string; readonly by: string },
): Promise<void> {
  const [job] = await tx.query<Job[]>(
    `select state, contract, correlation_id as "correlationId", envelope, payload::text as payload
     from job where id = $2 and ${isTheirs} for update`,
    [organizationOf(whose), id],
  );
  if (!job) throw new NotFound('job');
  if (job.state !== 'failed') throw new JobNotFailed(job.state);
  await tx.query(
    `update job set state = 'owed', touched_at = clock_timestamp(), retried_by = $2, retried_at = clock_timestamp()
     where id = $1`,
    [id, by],
  );
  await sendAgain(tx, { ...job, kind: 'job', messageId: id, queue: '' });
}

function toDto({ createdAt, failedAt, retriedAt, ...row }: Row): FailedJobDto {
  const { id, contract, correlationId, attempts, error, retriedBy } = row;
  return {
    ...{ id, contract, correlationId, attempts, error, retriedBy },
    createdAt: createdAt.toISOString(),
    failedAt: failedAt.toISOString(),
    retriedAt: retriedAt?.toISOString() ?? null,
  };
}
