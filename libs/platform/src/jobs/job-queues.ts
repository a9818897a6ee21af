import { contracts as everyContract, type AnyContract, type JobQueue } from '@dhanman/contracts';
import { Queue } from 'bullmq';
import { Redis } from 'ioredis';

export const jobQueueNames: readonly JobQueue[] = ['critical', 'default', 'low', 'outgoing'];

/** Six attempts over about a minute; after that somebody has to look. */
export const attempts = 6;

export function nameOf(service: string, queue: JobQueue): string {
  return `${service}-${queue}`;
}

/** The queues of one service. Jobs in them are ids only: what is to be done stands in the ledger. */
export class JobQueues {
  private readonly queues = new Map<JobQueue, Queue>();
  private connection: Redis | undefined;

  constructor(
    readonly url: string,
    private readonly service: string,
    private readonly contracts: readonly AnyContract[] = everyContract,
  ) {}

  /**
   * Adding an id that is there already adds nothing, unless it has failed here: then it begins anew, because whoever adds
   * it knows that it is owed. Fails fast when Redis is away: the outbox keeps the job.
   */
  async add(contract: string, id: string): Promise<void> {
    const job = this.contracts.find(({ name }) => name === contract);
    if (job?.kind !== 'job') throw new Error(`${contract} is not a job.`);
    const added = await this.queue(job.queue).add(contract, {}, { jobId: id });
    if (await added.isFailed()) await added.retry('failed', { resetAttemptsMade: true });
  }

  async close(): Promise<void> {
    await Promise.all([...this.queues.values()].map((queue) => queue.close()));
    this.connection?.disconnect();
  }

  private queue(name: JobQueue): Queue {
    let queue = this.queues.get(name);
    if (!queue) {
      queue = new Queue(nameOf(this.service, name), {
        connection: (this.connection ??= producer(this.url)),
        defaultJobOptions: {
          attempts,
          backoff: { type: 'exponential', delay: 1_000 },
          // The ledger remembers; an id that is done may be forgotten here, a failed one is kept for the dashboard.
          removeOnComplete: true,
        },
      });
      queue.on('error', () => undefined);
      this.queues.set(name, queue);
    }
    return queue;
  }
}

function producer(url: string): Redis {
  const client = new Redis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
    connectTimeout: 1_000,
  });
  client.on('error', () => undefined);
  return client;
}
