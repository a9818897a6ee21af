import { systemClock } from '@dhanman/kernel';
import type { Extend } from '@dhanman/platform';
import { Scheduler } from './scheduler.js';

/** An alarm says at once when something is due; the look is the net, should the alarm have been lost. */
export const intervals = { lookMs: 1_000, alarmsMs: 30_000, tidyMs: 6 * 60 * 60 * 1_000 } as const;

const keepMonths = 14;

/** For the `extensions` of a service, after `messaging`: its schedules run from the moment its database is connected. */
export const scheduling: Extend = scheduled(intervals);

/** The same in another rhythm, for tests. */
export function scheduled({ lookMs, alarmsMs, tidyMs }: Record<keyof typeof intervals, number>): Extend {
  return ({ connection, alarms, logger, metrics }) => {
    const { database } = connection;
    const scheduler = new Scheduler({ database, alarms, logger, clock: systemClock });
    const look = turnstile(() => scheduler.look());
    const works: readonly (readonly [work: () => Promise<unknown>, ms: number])[] = [
      [look, lookMs],
      [turnstile(() => scheduler.setAlarms()), alarmsMs],
      [() => database.query(tidy, [keepMonths]), tidyMs],
    ];
    let timers: readonly NodeJS.Timeout[] = [];
    const watched = toldOnce((error) => logger.warn('schedules have to wait', { error }));
    metrics.observe(late, () => scheduler.lateRuns);
    metrics.observe(overdue, () => scheduler.overdueSeconds);
    return {
      start: async () => {
        timers = works.map(([work, ms]) => setInterval(() => void watched(work), ms));
        alarms.listen(look);
        for (const [work] of works) void watched(work);
        return Promise.resolve();
      },
      stop: async () => {
        for (const timer of timers) clearInterval(timer);
        await look().catch(() => undefined);
      },
    };
  };
}

/** A trouble that lasts is told when it begins, not at every attempt. */
function toldOnce(tell: (error: unknown) => void): (work: () => Promise<unknown>) => Promise<void> {
  const troubled = new WeakSet();
  return async (work) => {
    try {
      await work();
      troubled.delete(work);
    } catch (error) {
      if (!troubled.has(work)) tell(error);
      troubled.add(work);
    }
  };
}

/** One at a time: who comes while it runs waits for the next one, together with all who come meanwhile. */
function turnstile(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  const begin = (): Promise<void> => {
    next = undefined;
    return (running = work().finally(() => (running = undefined)));
  };
  return () => {
    if (!running) return begin();
    return (next ??= running.then(begin, begin));
  };
}

const late = {
  name: 'schedule_runs_late_total',
  help: 'Periods of schedules that were missed and made up for.',
  kind: 'counter',
} as const;

const overdue = {
  name: 'schedules_overdue_oldest_seconds',
  help: 'For how long the most overdue schedule has been due; above seconds, something stands in its way.',
  kind: 'gauge',
} as const;

const tidy = `
  with old as (delete from schedule_run where opened_at < now() - make_interval(months => $1) returning 1),
  over as (delete from schedule where every = 'once' and not is_active and next_due_at < now() - interval '1 day'
    returning 1)
  select count(*) from old, over`;
