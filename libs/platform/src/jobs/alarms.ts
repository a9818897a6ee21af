import { systemClock } from '@dhanman/kernel';
import { type ConnectionOptions, Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';

/** A time at which something is to be looked at, as a cron pattern on the clocks of a zone. */
export interface Alarm {
  readonly pattern: string;
  readonly timeZone: string;
}

/** One alarm is on its way per time, however many schedules there are for it. */
const nameOf = ({ pattern, timeZone }: Alarm): string => `${timeZone} ${pattern}`;

/** An alarm only says "look": nothing is lost with it, and nothing is gained by keeping it. */
const jobOptions = { attempts: 1, removeOnComplete: true, removeOnFail: true };

/** A known fault of the queue: an alarm is still listed, but its next time has passed and it never goes off again. */
const stuckMs = 60_000;

/** The alarm clock of one service in Redis. What is due is decided elsewhere; Redis may forget all of this at any time. */
export class Alarms {
  private readonly connections: Redis[] = [];
  private queue: Queue | undefined;
  private worker: Worker | undefined;

  constructor(
    private readonly url: string,
    private readonly service: string,
  ) {}

  /** Calls back when an alarm goes off: in one of the processes of the service, not in all. */
  listen(ring: () => Promise<void>): void {
    this.worker = new Worker(alarmQueue(this.service), ring, {
      connection: this.connect({ maxRetriesPerRequest: null }),
    });
    this.worker.on('error', () => undefined);
  }

  /** Makes these the alarms that are set, and no others. Fails fast when Redis is away. */
  async set(alarms: readonly Alarm[]): Promise<void> {
    const queue = (this.queue ??= this.open());
    const wanted = new Map(alarms.map((alarm) => [nameOf(alarm), alarm]));
    for (const { key, next = 0 } of await queue.getJobSchedulers(0, -1)) {
      const isStuck = next < systemClock.now().getTime() - stuckMs;
      if (isStuck || !wanted.has(key)) await queue.removeJobScheduler(key);
      else wanted.delete(key);
    }
    for (const [name, { pattern, timeZone: tz }] of wanted) {
      await queue.upsertJobScheduler(name, { pattern, tz }, { name: 'look', data: {}, opts: jobOptions });
    }
  }

  async close(): Promise<void> {
    await this.worker?.close();
    await this.queue?.close();
    for (const connection of this.connections) connection.disconnect();
  }

  private open(): Queue {
    const connection = this.connect({
      enableOfflineQueue: false,
      maxRetriesPerRequest: 1,
      connectTimeout: 1_000,
    });
    const queue = new Queue(alarmQueue(this.service), { connection });
    queue.on('error', () => undefined);
    return queue;
  }

  private connect(options: object): ConnectionOptions {
    const connection = new Redis(this.url, options);
    connection.on('error', () => undefined);
    this.connections.push(connection);
    return connection;
  }
}

export function alarmQueue(service: string): string {
  return `${service}-alarms`;
}
