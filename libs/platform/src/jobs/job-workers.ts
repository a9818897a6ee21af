import type { Envelope, JobQueue } from '@dhanman/contracts';
import { systemClock } from '@dhanman/kernel';
import { DelayedError, type Job, UnrecoverableError, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import { correlation } from '../correlation.js';
import type { Logger } from '../observability/logger.js';
import type { JobHandler } from './job.js';
import { type JobFigures, type JobLedger, nothing, type OwedJob } from './job-ledger.js';
import type { JobLocks } from './job-locks.js';
import { attempts, jobQueueNames, type JobQueues, nameOf } from './job-queues.js';

const concurrency: Readonly<Record<JobQueue, number>> = { critical: 4, default: 2, low: 1, outgoing: 16 };
export const sweepEveryMs = 15_000;
/** Longer than any pause between two attempts, so that a job which waits for its next one is not swept up. */
export const forgottenAfterSeconds = 45;
const busyMs = 1_000;

export interface JobParts {
  readonly service: string;
  readonly redisUrl: string;
  readonly handlers: ReadonlyMap<string, JobHandler>;
  readonly ledger: JobLedger;
  readonly locks: JobLocks;
  readonly queues: JobQueues;
  readonly logger: Logger;
}

/** What the queue is told of a failure, and shows to whoever looks at it: nothing of what the job was about. */
function toldToTheQueue(error: unknown): Error {
  const message = 'See the log and the ledger of jobs.';
  const told = error instanceof UnrecoverableError ? new UnrecoverableError(message) : new Error(message);
  delete told.stack;
  return told;
}

/**
 * Does the jobs of one service. A worker that dies leaves its job to another within ten seconds; a Redis that has lost
 * everything is given what the ledger says is owed.
 */
export class JobWorkers {
  private readonly workers: Worker[] = [];
  private readonly connections: Redis[] = [];
  private sweeper: NodeJS.Timeout | undefined;
  /** As of the last sweep. */
  figures: JobFigures = nothing;

  constructor(private readonly parts: JobParts) {}

  start(): void {
    if (this.parts.handlers.size === 0) return;
    for (const queue of jobQueueNames) this.workers.push(this.work(queue));
    this.sweeper = setInterval(() => void this.sweep(), sweepEveryMs);
    void this.sweep();
  }

  /** Takes nothing new and waits for what is being done. */
  async stop(): Promise<void> {
    clearInterval(this.sweeper);
    await Promise.all(this.workers.map((worker) => worker.close()));
    for (const connection of this.connections) connection.disconnect();
    await this.parts.locks.close();
  }

  /** Puts back into the queues what is owed and nobody seems to remember. */
  async sweep(seconds = forgottenAfterSeconds): Promise<void> {
    const { ledger, queues, logger } = this.parts;
    try {
      this.figures = await ledger.figures();
      for (const { id, contract } of await ledger.forgotten(seconds)) await queues.add(contract, id);
    } catch (error) {
      logger.warn('cannot look for forgotten jobs', { error });
    }
  }

  private work(queue: JobQueue): Worker {
    const connection = new Redis(this.parts.redisUrl, { maxRetriesPerRequest: null });
    connection.on('error', () => undefined);
    this.connections.push(connection);
    const worker = new Worker(nameOf(this.parts.service, queue), (job, token) => this.run(job, token), {
      connection,
      concurrency: concurrency[queue],
      // The job of a dead worker is free after its lock, and noticed by the next look for stalled ones.
      lockDuration: 6_000,
      stalledInterval: 2_000,
      maxStalledCount: attempts,
    });
    worker.on('error', () => undefined);
    return worker;
  }

  private async run(job: Job, token?: string): Promise<void> {
    const { id = '', attemptsMade } = job;
    const { ledger, locks } = this.parts;
    if (!(await locks.take(id))) {
      // Somebody who looked dead is still at it; look again when they should be done.
      await job.moveToDelayed(systemClock.now().getTime() + busyMs, token);
      throw new DelayedError();
    }
    try {
      const owed = await ledger.begin(id);
      if (owed) await this.perform(owed, attemptsMade + 1);
    } finally {
      await locks.release(id);
    }
  }

  private async perform(owed: OwedJob, attempt: number): Promise<void> {
    const { ledger, handlers, logger } = this.parts;
    const { id, contract } = owed;
    try {
      const handler = handlers.get(contract);
      if (!handler) throw new Error(`nobody does ${contract}`);
      const envelope = envelopeOf(owed);
      const payload = handler.contract.payload.parse(owed.payload);
      await correlation.run(causeOf(envelope), () => handler.run({ envelope, payload }));
      await ledger.done(id);
    } catch (error) {
      const isFinal = attempt >= attempts;
      logger[isFinal ? 'error' : 'warn'](`job ${contract} failed`, { error, id, attempt });
      await ledger.failed(id, error, isFinal);
      throw toldToTheQueue(error);
    }
  }
}

function envelopeOf({ id, contract, correlationId, envelope, createdAt }: OwedJob): Envelope {
  return {
    ...envelope,
    messageId: id as Envelope['messageId'],
    contract,
    correlationId,
    occurredAt: createdAt.toISOString(),
  };
}

function causeOf({
  messageId,
  correlationId,
  organizationId,
  actor,
  actingFor,
}: Envelope): Parameters<typeof correlation.run>[0] {
  return {
    requestId: messageId,
    correlationId,
    organizationId,
    ...(actor !== undefined && { actorId: actor }),
    ...(actingFor !== undefined && { actingFor }),
  };
}
