import type {
  DailyRunDto,
  DailyRunPage,
  DailyRunSummary,
  DailyTaskDto,
  ListDailyRuns,
} from '@dhanman/contracts';
import { parseId } from '@dhanman/kernel';
import { type Actor, Database, Keyset, NotFound, type Sorts } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { DailyRun, DailyRunId } from './daily-run.js';
import { DailyRunTable } from './daily-run.table.js';
import type { DailyTask } from './daily-task.js';

const sorts: Sorts<'runOn'> = { runOn: { sql: 'run_on', type: 'date' } };

type RunRow = Omit<DailyRun, 'tasks'> & { readonly failures: number; readonly sortedBy: string };

@Injectable()
export class DailyRunsQueries {
  constructor(private readonly db: Database) {}

  async get(actor: Actor, id: DailyRunId): Promise<DailyRunDto> {
    const run = await this.db.read(actor, (tx) =>
      tx.findOne(DailyRunTable, {
        where: { organizationId: actor.organizationId, id },
        relations: { tasks: true },
      }),
    );
    if (!run || !readableBy(actor).includes(run.companyId)) throw new NotFound('daily-run');
    return toDto(run);
  }

  /** The runs of the companies in which the actor may see them, the latest first. */
  async list(actor: Actor, { state, ...query }: ListDailyRuns): Promise<DailyRunPage> {
    const keyset = new Keyset(sorts, '-runOn', query);
    const values: unknown[] = [];
    const place = (value: unknown): string => `$${values.push(value)}`;
    const sql = `
      select id, company_id as "companyId", run_on::text as "runOn", state, is_late as "isLate", module,
        started_at as "startedAt", finished_at as "finishedAt", ${keyset.select},
        (select count(*)::int from (
          select distinct on (module, type) state from daily_task task
          where task.organization_id = daily_run.organization_id and task.run_id = daily_run.id
          order by module, type, attempt desc) latest
        where latest.state in ('failed', 'timed-out', 'skipped')) as failures
      from daily_run
      where organization_id = ${place(actor.organizationId)} and company_id = any(${place(readableBy(actor))}::uuid[])
        and (${place(state ?? null)}::text is null or state = ${place(state ?? null)})
        and ${keyset.where(place)}
      ${keyset.orderAndLimit}`;
    return this.db.read(actor, async (tx) => keyset.page(await tx.query<RunRow[]>(sql, values), toSummary));
  }
}

function readableBy(actor: Actor): readonly string[] {
  return [...actor.companyIds].filter((id) => actor.in(parseId(id)).may('dhanman.common.daily-run.read'));
}

export function toDto(run: DailyRun): DailyRunDto {
  const tasks = run.tasks.toSorted((one, other) => one.position - other.position);
  return { ...common(run), version: run.version, tasks: tasks.map(toTaskDto) };
}

function toSummary(run: RunRow): DailyRunSummary {
  return { ...common(run), failures: run.failures };
}

function common(run: Omit<DailyRun, 'tasks'>): Omit<DailyRunSummary, 'failures'> {
  const { id, companyId, runOn, state, isLate, module, startedAt, finishedAt } = run;
  return {
    ...{ id, companyId, runOn, state, isLate, module },
    startedAt: startedAt?.toISOString() ?? null,
    finishedAt: finishedAt?.toISOString() ?? null,
  };
}

function toTaskDto({
  id,
  module,
  type,
  attempt,
  state,
  detail,
  startedAt,
  finishedAt,
}: DailyTask): DailyTaskDto {
  return {
    ...{ id, module, type, attempt, state, detail },
    startedAt: startedAt?.toISOString() ?? null,
    finishedAt: finishedAt?.toISOString() ?? null,
  };
}
