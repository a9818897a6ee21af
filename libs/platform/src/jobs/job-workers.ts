import type { Envelope, JobQueue } from '@dhanman/contracts';
import { type Job, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import { correlation } from '../correlation.js';
import type { Logger } from '../observability/logger.js';
import type { JobHandler } from './job.js';
import type { JobLedger, OwedJob } from './job-ledger.js';
import { attempts, jobQueueNames, type JobQueues, nameOf } from './job-queues.js';

const concurrency: Readonly<Record<JobQueue, number>> = { critical: 4, default: 2, low: 1 };
const sweepEveryMs = 15_000;
/** Longer than any pause between two attempts, so that a job which waits for its next one is not swept up. */
const forgottenAfterSeconds = 45;

export interface JobParts {
  readonly service: string;
  readonly redisUrl: string;
  readonly handlers: ReadonlyMap<string, JobHandler>;
  readonly ledger: JobLedger;
  readonly queues: JobQueues;
  readonly logger: Logger;
}

/**
 * Does the jobs of one service. A worker that dies leaves its job to another within ten seconds; a Redis that has lost
 * everything is given what the ledger says is owed.
 */
export class JobWorkers {
  private readonly workers: Worker[] = [];
  private readonly connections: Redis[] = [];
  private sweeper: NodeJS.Timeout | undefined;

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
  }

  /** Puts back into the queues what is owed and nobody seems to remember. */
  async sweep(seconds = forgottenAfterSeconds): Promise<void> {
    const { ledger, queues, logger } = this.parts;
    try {
      for (const { id, contract } of await ledger.forgotten(seconds)) await queues.add(contract, id);
    } catch (error) {
      logger.warn('cannot look for forgotten jobs', { error });
    }
  }

  private work(queue: JobQueue): Worker {
    const connection = new Redis(this.parts.redisUrl, { maxRetriesPerRequest: null });
    connection.on('error', () => undefined);
    this.connections.push(connection);
    const worker = new Worker(nameOf(this.parts.service, queue), (job) => this.run(job), {
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

  private async run({ id = '', attemptsMade }: Job): Promise<void> {
    const { ledger, handlers, logger } = this.parts;
    const owed = await ledger.begin(id);
    if (!owed) return;
    const handler = handlers.get(owed.contract);
    try {
      if (!handler) throw new Error(`nobody does ${owed.contract}`);
      const envelope = envelopeOf(owed);
      const payload = handler.contract.payload.parse(owed.payload);
      await correlation.run(causeOf(envelope), () => handler.run({ envelope, payload }));
      await ledger.done(id);
    } catch (error) {
      const isFinal = attemptsMade + 1 >= attempts;
      logger[isFinal ? 'error' : 'warn'](`job ${owed.contract} failed`, {
        error,
        id,
        attempt: attemptsMade + 1,
      });
      await ledger.failed(id, error, isFinal);
      throw error;
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
}: Envelope): Parameters<typeof correlation.run>[0] {
  return {
    requestId: messageId,
    correlationId,
    organizationId,
    ...(actor !== undefined && { actorId: actor }),
  };
}
