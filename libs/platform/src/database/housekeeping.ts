import type { Logger } from '../observability/logger.js';
import type { Database } from './database.js';

const everyMs = 60 * 60 * 1_000;

/** Functions of the database that throw away what has had its time. Several processes may call them at once. */
const sweeps = ['sweep_idempotency_keys', 'sweep_ended_sessions'] as const;

/** Keeps the tables of the platform from growing for ever; what it misses it finds an hour later. */
export class Housekeeping {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: Database,
    private readonly logger: Logger,
  ) {}

  start(): void {
    this.timer = setInterval(() => void this.sweep(), everyMs);
    void this.sweep();
  }

  stop(): void {
    clearInterval(this.timer);
  }

  async sweep(): Promise<void> {
    for (const name of sweeps) {
      try {
        await this.database.query(`select ${name}()`);
      } catch (error) {
        this.logger.warn(`cannot ${name}`, { error });
      }
    }
  }
}
