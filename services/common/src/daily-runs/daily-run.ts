import { type DailyModule, dailyModules, type DailyRunState } from '@dhanman/contracts';
import { DomainError, type Id, type PlainDate } from '@dhanman/kernel';
import { DailyTask, type DailyTaskId, planType } from './daily-task.js';

export type DailyRunId = Id<'DailyRun'>;

export class DailyRunNotRunning extends DomainError {
  constructor(state: DailyRunState) {
    super('conflict', 'daily-run-not-running', `This run cannot be cancelled: it is ${state}.`);
  }
}

export class DailyRunNotFinished extends DomainError {
  constructor(state: DailyRunState) {
    super(
      'conflict',
      'daily-run-not-finished',
      `Tasks are tried again when the run is finished; it is ${state}.`,
    );
  }
}

export class DailyTaskNotFailed extends DomainError {
  constructor() {
    super(
      'conflict',
      'daily-task-not-failed',
      'Only the latest attempt at a task that is not done is tried again.',
    );
  }
}

/** How long a module may take for all its tasks, and for each. */
export interface Patience {
  readonly taskMs: number;
  readonly moduleMs: number;
}

export interface Answer {
  readonly taskId: Id;
  readonly outcome: 'done' | 'failed';
  readonly detail: string;
  readonly next?: readonly string[] | undefined;
}

interface Fields {
  readonly organizationId: Id;
  readonly companyId: Id;
  readonly id: DailyRunId;
  readonly runOn: string;
  readonly isLate: boolean;
  readonly state: DailyRunState;
  readonly module: DailyModule | null;
  readonly moduleDeadlineAt: Date | null;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
}

/**
 * The daily work of one company for one day, one task at a time: the modules in their order, each first asked for its
 * plan. What fails or does not answer is recorded, and the rest goes on.
 */
export class DailyRun implements Fields {
  declare readonly organizationId: Id;
  declare readonly companyId: Id;
  declare readonly id: DailyRunId;
  declare readonly runOn: string;
  declare readonly isLate: boolean;
  declare readonly state: DailyRunState;
  declare readonly module: DailyModule | null;
  declare readonly moduleDeadlineAt: Date | null;
  declare readonly startedAt: Date | null;
  declare readonly finishedAt: Date | null;
  declare readonly tasks: readonly DailyTask[];
  declare readonly version: number;

  private constructor(fields: Fields & { readonly tasks: readonly DailyTask[] }) {
    Object.assign(this, fields);
  }

  static open(
    key: { readonly organizationId: Id; readonly companyId: Id; readonly id: DailyRunId },
    { runOn, isLate }: { readonly runOn: PlainDate; readonly isLate: boolean },
  ): DailyRun {
    const times = { moduleDeadlineAt: null, startedAt: null, finishedAt: null };
    const fields = { runOn: runOn.toString(), isLate, state: 'waiting', module: null, ...times } as const;
    return new DailyRun({ ...key, ...fields, tasks: [] });
  }

  /** The task whose answer is awaited; there is never more than one. */
  get running(): DailyTask | undefined {
    return this.tasks.find(({ state }) => state === 'running');
  }

  /** Its turn has come: the days of a company run one after the other. */
  begun(now: Date): DailyRun {
    return this.state === 'waiting' ? this.with({ state: 'running', startedAt: now }) : this;
  }

  /** Goes to the next thing to do, if nothing is being done. */
  goOn(now: Date, patience: Patience): DailyRun {
    if (this.state !== 'running' || this.running) return this;
    const waiting = this.tasks.filter(({ state }) => state === 'waiting');
    const [first] = waiting.toSorted((one, other) => one.position - other.position);
    if (first) return this.begin(first, now, patience);
    const next = this.nextModule();
    if (!next) return this.with({ state: 'finished', module: null, moduleDeadlineAt: null, finishedAt: now });
    const plan = this.taskOf(next, planType, this.tasks.length);
    const moduleDeadlineAt = new Date(now.getTime() + patience.moduleMs);
    return this.with({ module: next, moduleDeadlineAt, tasks: [...this.tasks, plan] }).begin(
      plan,
      now,
      patience,
    );
  }

  /** The plan of a module brings its tasks; an answer that comes twice, or too late for that, brings nothing. */
  answered({ taskId, outcome, detail, next = [] }: Answer, now: Date): DailyRun {
    const task = this.tasks.find(({ id }) => id === taskId);
    if (!task) return this;
    const answered = task.answered(outcome, detail, now);
    if (answered === task) return this;
    return this.replacing(task, answered).adding(this.plannedBy(task, next));
  }

  /** Gives up what has taken too long; when the time of the module is over, also what waits in it. */
  overdue(now: Date): DailyRun {
    const { running } = this;
    if (!running?.deadlineAt || running.deadlineAt > now) return this;
    const run = this.replacing(running, running.timedOut(now));
    const isModuleOver = this.moduleDeadlineAt !== null && this.moduleDeadlineAt <= now;
    return isModuleOver ? run.skipping('The time of the module was over.', now) : run;
  }

  cancelled(now: Date): DailyRun {
    if (this.finishedAt) throw new DailyRunNotRunning(this.state);
    const ended = { state: 'cancelled', module: null, moduleDeadlineAt: null, finishedAt: now } as const;
    return this.skipping('The run was cancelled.', now).with(ended);
  }

  /** A further attempt at one task of a finished run, by itself. The earlier ones stay as they were. */
  retried(taskId: DailyTaskId): DailyRun {
    if (this.state !== 'finished') throw new DailyRunNotFinished(this.state);
    const task = this.tasks.find(({ id }) => id === taskId);
    if (!task || !this.isLatest(task) || !task.isNotDone) throw new DailyTaskNotFailed();
    const again = DailyTask.waiting({ ...task, position: this.tasks.length }, task.attempt + 1);
    return this.adding([again]).with({ state: 'running', finishedAt: null });
  }

  /** How many tasks are not done in the end. */
  get failures(): number {
    return this.tasks.filter((task) => task.isNotDone && this.isLatest(task)).length;
  }

  private plannedBy(task: DailyTask, types: readonly string[]): readonly DailyTask[] {
    if (!task.isPlan || task !== this.running || this.state !== 'running') return [];
    return types.map((type, index) => this.taskOf(task.module, type, this.tasks.length + index));
  }

  private begin(task: DailyTask, now: Date, { taskMs }: Patience): DailyRun {
    const usual = now.getTime() + taskMs;
    const deadlineAt = new Date(Math.min(usual, this.moduleDeadlineAt?.getTime() ?? usual));
    return this.replacing(task, task.started(now, deadlineAt));
  }

  /** The first that has not been asked yet; a run that is finished has asked all, also when a task is tried again. */
  private nextModule(): DailyModule | undefined {
    return dailyModules.find((module) => this.tasks.every((task) => task.module !== module));
  }

  private isLatest({ module, type, attempt }: DailyTask): boolean {
    return this.tasks.every((one) => one.module !== module || one.type !== type || one.attempt <= attempt);
  }

  private taskOf(module: DailyModule, type: string, position: number): DailyTask {
    const { organizationId, companyId } = this;
    return DailyTask.waiting({ organizationId, companyId, position, module, type });
  }

  private skipping(reason: string, now: Date): DailyRun {
    return this.with({ tasks: this.tasks.map((task) => task.skipped(reason, now)) });
  }

  private replacing(before: DailyTask, after: DailyTask): DailyRun {
    return this.with({ tasks: this.tasks.map((task) => (task === before ? after : task)) });
  }

  private adding(tasks: readonly DailyTask[]): DailyRun {
    return tasks.length === 0 ? this : this.with({ tasks: [...this.tasks, ...tasks] });
  }

  private with(changes: Partial<DailyRun>): DailyRun {
    return new DailyRun({ ...this, ...changes });
  }
}
