import type { DailyModule, DailyTaskState } from '@dhanman/contracts';
import { type Id, newId } from '@dhanman/kernel';

export type DailyTaskId = Id<'DailyTask'>;

/** Asks a module which tasks it has for the day; in the ledger it is a task like the others. */
export const planType = 'plan';

interface Fields {
  readonly organizationId: Id;
  readonly companyId: Id;
  readonly id: DailyTaskId;
  readonly position: number;
  readonly module: DailyModule;
  readonly type: string;
  readonly attempt: number;
  readonly state: DailyTaskState;
  readonly detail: string | null;
  readonly startedAt: Date | null;
  readonly deadlineAt: Date | null;
  readonly finishedAt: Date | null;
}

type Place = Pick<Fields, 'organizationId' | 'companyId' | 'position' | 'module' | 'type'>;

/** One attempt at one task of one run. Once it has ended it never changes, but for the answer of one given up too early. */
export class DailyTask implements Fields {
  declare readonly organizationId: Id;
  declare readonly companyId: Id;
  declare readonly id: DailyTaskId;
  declare readonly position: number;
  declare readonly module: DailyModule;
  declare readonly type: string;
  declare readonly attempt: number;
  declare readonly state: DailyTaskState;
  declare readonly detail: string | null;
  declare readonly startedAt: Date | null;
  declare readonly deadlineAt: Date | null;
  declare readonly finishedAt: Date | null;

  private constructor(fields: Fields) {
    Object.assign(this, fields);
  }

  static waiting({ organizationId, companyId, position, module, type }: Place, attempt = 1): DailyTask {
    const place = { organizationId, companyId, position, module, type };
    const times = { startedAt: null, deadlineAt: null, finishedAt: null };
    return new DailyTask({
      ...place,
      id: newId<'DailyTask'>(),
      attempt,
      state: 'waiting',
      detail: null,
      ...times,
    });
  }

  get isPlan(): boolean {
    return this.type === planType;
  }

  /** It could be tried again: it has ended, and not well. */
  get isNotDone(): boolean {
    return this.state === 'failed' || this.state === 'timed-out' || this.state === 'skipped';
  }

  started(startedAt: Date, deadlineAt: Date): DailyTask {
    return this.with({ state: 'running', startedAt, deadlineAt });
  }

  /** An answer that comes after the time was over still tells how it ended. */
  answered(state: 'done' | 'failed', detail: string, finishedAt: Date): DailyTask {
    const isAwaited = this.state === 'running' || this.state === 'timed-out';
    return isAwaited ? this.with({ state, detail, finishedAt }) : this;
  }

  timedOut(finishedAt: Date): DailyTask {
    return this.with({ state: 'timed-out', detail: 'No answer in the time allowed.', finishedAt });
  }

  skipped(reason: string, finishedAt: Date): DailyTask {
    return this.state === 'waiting' ? this.with({ state: 'skipped', detail: reason, finishedAt }) : this;
  }

  private with(changes: Partial<Fields>): DailyTask {
    return new DailyTask({ ...this, ...changes });
  }
}
