import type { Platform } from '@dhanman/platform';

type Watched = Pick<Platform, 'connection' | 'health' | 'metrics'>;

interface Figures {
  readonly unsent: number;
  readonly unroutable: number;
  readonly oldestUnsentSeconds: number;
  readonly oldestParkedSeconds: number;
  readonly openDeadLetters: number;
  readonly failedJobs: number;
}

const nothing: Figures = {
  ...{ unsent: 0, unroutable: 0, oldestUnsentSeconds: 0 },
  ...{ oldestParkedSeconds: 0, openDeadLetters: 0, failedJobs: 0 },
};

/** Names are promises to `deploy/monitoring/rules`. */
const gauges: Readonly<Record<keyof Figures, readonly [name: string, help: string]>> = {
  unsent: ['messages_unsent', 'Messages in the outbox.'],
  unroutable: ['messages_unroutable', 'Messages that no queue takes.'],
  oldestUnsentSeconds: ['messages_unsent_oldest_seconds', 'Age of the oldest message in the outbox.'],
  oldestParkedSeconds: [
    'messages_parked_oldest_seconds',
    'How long the first of the messages that came too early has waited for the one before it.',
  ],
  openDeadLetters: ['dead_letters_open', 'Messages that could not be handled and wait for a decision.'],
  failedJobs: ['jobs_failed', 'Jobs that were given up and wait for a person.'],
};

const readEveryMs = 2_000;
const alarmSeconds = 30;

/** What all lost-message stories have in common is something that waits: it is seen by readiness, metrics and alerts. */
export class MessageFigures {
  private now = nothing;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly watched: Watched) {
    const { health, metrics } = watched;
    for (const [figure, [name, help]] of Object.entries(gauges)) {
      metrics.observe({ name, help, kind: 'gauge' }, () => this.now[figure as keyof Figures]);
    }
    health.register({ name: 'outbox', isEssential: false, check: async () => this.check() });
  }

  async start(): Promise<void> {
    this.timer = setInterval(() => void this.read().catch(() => undefined), readEveryMs);
    return Promise.resolve();
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    return Promise.resolve();
  }

  private async read(): Promise<void> {
    const [row = nothing] = await this.watched.connection.database.query<Figures>(figures);
    this.now = row;
  }

  private async check(): Promise<void> {
    const { oldestUnsentSeconds, unroutable } = this.now;
    if (oldestUnsentSeconds >= alarmSeconds || unroutable > 0) throw new Error('messages do not leave');
    return Promise.resolve();
  }
}

const secondsSince = (instant: string): string =>
  `coalesce(extract(epoch from clock_timestamp() - min(${instant})), 0)::float8`;

const figures = `
  select count(*)::int as unsent, count(*) filter (where trouble = 'unroutable')::int as unroutable,
    ${secondsSince('created_at')} as "oldestUnsentSeconds",
    (select ${secondsSince('parked_at')} from inbox_parked) as "oldestParkedSeconds",
    (select count(*)::int from dead_letter where state = 'open') as "openDeadLetters",
    (select count(*)::int from job where state = 'failed') as "failedJobs"
  from outbox`;
