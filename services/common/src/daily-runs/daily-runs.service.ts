import {
  CheckDailyRun,
  type CommandContract,
  type DailyModule,
  type Envelope,
  OpenDailyRun,
  type Permission,
  RunCommonTask,
  RunPurchaseTask,
  RunSalesTask,
  type Scheduled,
} from '@dhanman/contracts';
import { Clock, type Id, newId, parseId, PlainDate } from '@dhanman/kernel';
import { publish } from '@dhanman/messaging';
import { type Actor, change, Database, NotFound, PermissionMissing } from '@dhanman/platform';
import { dropSchedule, isOwedBefore, remind } from '@dhanman/schedules';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CommonConfig } from '../config.js';
import { type Answer, DailyRun, type DailyRunId, type Patience } from './daily-run.js';
import { DailyRunTable } from './daily-run.table.js';
import type { DailyTaskId } from './daily-task.js';

type RunKey = Pick<DailyRun, 'organizationId' | 'id'>;

const commands: Readonly<Record<DailyModule, CommandContract<(typeof RunSalesTask)['payload']>>> = {
  sales: RunSalesTask,
  purchase: RunPurchaseTask,
  common: RunCommonTask,
};

/** Leads the daily runs: asks for one task at a time, and goes on when it is answered or its time is over. */
@Injectable()
export class DailyRunsService {
  private readonly patience: Patience;

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    config: CommonConfig,
  ) {
    this.patience = { taskMs: config.DAILY_TASK_PATIENCE_MS, moduleMs: config.DAILY_MODULE_PATIENCE_MS };
  }

  /** A company has one run for a day, however often somebody asks for it. */
  async open(tx: EntityManager, envelope: Envelope, { period, isLate }: Scheduled): Promise<void> {
    const { organizationId, companyId } = envelope;
    if (companyId === undefined) throw new Error('A daily run is that of a company.');
    const key = { organizationId, companyId: parseId(companyId), id: newId<'DailyRun'>() };
    const runOn = PlainDate.parse(period.slice(0, 10));
    const run = DailyRun.open(key, { runOn, isLate });
    await tx.query(
      `insert into daily_run (organization_id, id, company_id, run_on, is_late, state)
       values ($1, $2, $3, $4, $5, $6) on conflict on constraint daily_run_per_day do nothing`,
      [key.organizationId, key.id, key.companyId, run.runOn, isLate, run.state],
    );
    await this.beginNext(tx, run);
  }

  async answer(
    tx: EntityManager,
    { organizationId }: Envelope,
    answer: Answer & { runId: Id },
  ): Promise<void> {
    const key = { organizationId, id: parseId<'DailyRun'>(answer.runId) };
    await this.lead(tx, key, (run, now) => run.answered(answer, now));
  }

  async checkTime(tx: EntityManager, { organizationId }: Envelope, id: DailyRunId): Promise<void> {
    await this.lead(tx, { organizationId, id }, (run, now) => run.overdue(now));
  }

  async cancel(actor: Actor, id: DailyRunId): Promise<DailyRun> {
    const permission = 'dhanman.common.daily-run.cancel';
    return this.asked(actor, { id, permission }, (run, now) => run.cancelled(now));
  }

  async retry(actor: Actor, id: DailyRunId, taskId: DailyTaskId): Promise<DailyRun> {
    const permission = 'dhanman.common.daily-run.retry';
    return this.asked(actor, { id, permission }, (run) => run.retried(taskId));
  }

  /** What a person asks for happens in the company of the run, as what messages cause does. */
  private async asked(
    actor: Actor,
    { id, permission }: { readonly id: DailyRunId; readonly permission: Permission },
    next: (run: DailyRun, now: Date) => DailyRun,
  ): Promise<DailyRun> {
    const { organizationId } = actor;
    const companyId = await this.db.read(actor, (tx) => companyOf(tx, actor, id));
    const there = actor.in(companyId);
    if (!there.may(permission)) throw new PermissionMissing(permission);
    return this.db.transaction(there, (tx) => this.lead(tx, { organizationId, id }, next));
  }

  /** Changes the run, and asks for the task that has begun by it. */
  private async lead(
    tx: EntityManager,
    key: RunKey,
    next: (run: DailyRun, now: Date) => DailyRun,
  ): Promise<DailyRun> {
    const now = this.clock.now();
    let before: Id | undefined;
    const run = await change(tx, DailyRunTable, key, (current) => {
      before = current.running?.id;
      return next(current, now).goOn(now, this.patience);
    });
    const { running } = run;
    const about = { companyId: run.companyId, subject: run.id };
    if (!running) await dropSchedule(tx, CheckDailyRun, about);
    if (run.finishedAt) await this.beginNext(tx, run);
    if (!running || running.id === before) return run;
    const { id: taskId, type, module, deadlineAt } = running;
    await publish(tx, commands[module], { runId: run.id, taskId, type, on: run.runOn });
    await remind(tx, CheckDailyRun, { ...about, at: deadlineAt ?? now });
    return run;
  }

  /** The earliest day that waits, unless another is running: missed days are made up for in their order. */
  private async beginNext(tx: EntityManager, { organizationId, companyId }: DailyRun): Promise<void> {
    // One at a time per company, so that two days cannot both find that none is running.
    await tx.query('select 1 from company where organization_id = $1 and id = $2 for no key update', [
      organizationId,
      companyId,
    ]);
    const [next] = await tx.query<{ id: DailyRunId; runOn: string }[]>(
      `select id, run_on::text as "runOn" from daily_run
       where organization_id = $1 and company_id = $2 and state = 'waiting' and not exists (
         select from daily_run where organization_id = $1 and company_id = $2 and state = 'running')
       order by run_on limit 1`,
      [organizationId, companyId],
    );
    if (!next || (await isOwedBefore(tx, OpenDailyRun, { companyId, period: next.runOn }))) return;
    await this.lead(tx, { organizationId, id: next.id }, (run, now) => run.begun(now));
  }
}

/** A run of a company to which the actor does not belong is not found. */
async function companyOf(
  tx: EntityManager,
  { organizationId, companyIds }: Actor,
  id: DailyRunId,
): Promise<Id> {
  const [run] = await tx.query<{ companyId: Id }[]>(
    `select company_id as "companyId" from daily_run
     where organization_id = $1 and id = $2 and company_id = any($3::uuid[])`,
    [organizationId, id, [...companyIds]],
  );
  if (!run) throw new NotFound('daily-run');
  return run.companyId;
}
