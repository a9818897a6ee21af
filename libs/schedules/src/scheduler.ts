import { type AnyContract, contracts, type ScheduledContract } from '@dhanman/contracts';
import type { Clock, Id } from '@dhanman/kernel';
import { publish } from '@dhanman/messaging';
import type { Alarm, Alarms, Database, Logger } from '@dhanman/platform';
import type { EntityManager } from 'typeorm';
import { dueBetween, firstAfter, type Occurrence, patternOf, type Recurrence } from './recurrence.js';

interface Due {
  readonly id: Id;
  readonly organization: Id;
  readonly company: Id | null;
}

interface Schedule {
  readonly id: Id;
  readonly contract: string;
  readonly subject: string | null;
  readonly every: Recurrence['every'] | 'once';
  readonly on: number | null;
  readonly at: string | null;
  readonly timeZone: string;
  readonly nextDueAt: Date;
}

/** What has become due of a schedule, and when it is due next; a reminder never is. */
interface Outcome {
  readonly due: readonly Occurrence[];
  readonly next: Date | undefined;
}

export interface SchedulerParts {
  readonly database: Database;
  readonly alarms: Pick<Alarms, 'set'>;
  readonly clock: Clock;
  readonly logger: Pick<Logger, 'error'>;
  readonly contracts?: readonly AnyContract[];
}

/** How long after its time a period counts as missed and made up for. */
const lateAfterMs = 30_000;
const most = { schedules: 500, periods: 50 };

/**
 * Makes due what is due. Any number of processes may look at the same time: the row of a schedule is one's at a time, and
 * the key of a period lets it through once, in the transaction that owes its job.
 */
export class Scheduler {
  /** Since the process began: periods that were missed and made up for. */
  lateRuns = 0;
  /** For how long the most overdue schedule has been due, as of the last look. */
  overdueSeconds = 0;

  constructor(private readonly parts: SchedulerParts) {}

  async look(): Promise<void> {
    const { database, clock, logger } = this.parts;
    const now = clock.now();
    const due = await database.query<Due>(
      `select id, organization, company from schedule where is_active and next_due_at <= $1
       order by next_due_at, id limit $2`,
      [now, most.schedules],
    );
    for (const one of due) {
      // One that cannot be run must not keep the others from it; how long it has been due tells of it.
      await this.makeDue(one, now).catch((error: unknown) =>
        logger.error('a schedule cannot be run', { error, id: one.id }),
      );
    }
    this.overdueSeconds = due.length === 0 ? 0 : await this.overdue(now);
  }

  /** Sets the alarms for all schedules, whatever the alarm clock has forgotten. */
  async setAlarms(): Promise<void> {
    const times = await this.parts.database.query<Omit<Schedule, 'id' | 'contract' | 'nextDueAt'>>(
      `select distinct every, on_day as "on", at, time_zone as "timeZone" from schedule
       where is_active and every <> 'once'`,
    );
    const alarms = times.map((one): Alarm => ({
      pattern: patternOf(recurrenceOf(one)),
      timeZone: one.timeZone,
    }));
    await this.parts.alarms.set(alarms);
  }

  private async makeDue({ id, organization, company }: Due, now: Date): Promise<void> {
    const scope = { organizationId: organization, ...(company !== null && { companyId: company }) };
    const late = await this.parts.database.transaction(scope, async (tx) => {
      const [schedule] = await tx.query<Schedule[]>(take, [id, now]);
      if (!schedule) return 0;
      const { due, next } = outcomeOf(schedule, now);
      let count = 0;
      for (const occurrence of due) count += await this.owe(tx, schedule, { ...occurrence, now });
      await tx.query(advance, [id, next ?? null, due.at(-1)?.period]);
      return count;
    });
    this.lateRuns += late;
  }

  /** Owes the job of a period, unless it has been owed before; gives how many late periods that was. */
  private async owe(
    tx: EntityManager,
    { id, contract, subject }: Schedule,
    { period, dueAt, now }: Occurrence & { readonly now: Date },
  ): Promise<number> {
    const isLate = now.getTime() - dueAt.getTime() > lateAfterMs;
    const opened = await tx.query<unknown[]>(open, [id, period, dueAt, isLate]);
    if (opened.length === 0) return 0;
    const payload = { scheduleId: id, subject, period, dueAt: dueAt.toISOString(), isLate };
    await publish(tx, this.contractNamed(contract), payload);
    return isLate ? 1 : 0;
  }

  private contractNamed(name: string): ScheduledContract {
    const contract = (this.parts.contracts ?? contracts).find((one) => one.name === name);
    if (contract?.kind !== 'job') throw new Error(`${name} is no job.`);
    return contract as ScheduledContract;
  }

  private async overdue(now: Date): Promise<number> {
    const [row] = await this.parts.database.query<{ seconds: number }>(
      `select greatest(extract(epoch from $1::timestamptz - min(next_due_at)), 0)::float8 as seconds
       from schedule where is_active`,
      [now],
    );
    return row?.seconds ?? 0;
  }
}

function outcomeOf(schedule: Schedule, now: Date): Outcome {
  const { every, timeZone, nextDueAt } = schedule;
  if (every === 'once')
    return { due: [{ period: nextDueAt.toISOString(), dueAt: nextDueAt }], next: undefined };
  const times = { recurrence: recurrenceOf(schedule), timeZone };
  const justBefore = new Date(nextDueAt.getTime() - 1);
  const due = dueBetween(justBefore, now, times, most.periods);
  return { due, next: firstAfter(due.at(-1)?.dueAt ?? now, times).dueAt };
}

/** The table's own checks see to it that the parts fit together. */
function recurrenceOf({ every, on, at }: Pick<Schedule, 'every' | 'on' | 'at'>): Recurrence {
  return { every, at, ...(on !== null && { on }) } as Recurrence;
}

const take = `
  select id, contract, subject, every, on_day as "on", at, time_zone as "timeZone", next_due_at as "nextDueAt"
  from schedule where id = $1 and is_active and next_due_at <= $2 for update skip locked`;

const open = `
  insert into schedule_run (schedule, period, organization, due_at, is_late)
  values ($1, $2, current_setting('app.organization_id')::uuid, $3, $4) on conflict do nothing returning 1`;

const advance = `
  update schedule set next_due_at = coalesce($2, next_due_at), is_active = $2 is not null,
    last_period = coalesce($3, last_period)
  where id = $1`;
