import { z } from 'zod';
import { Id, Instant, pageOf, pageQuery } from '../http/shared.js';
import { DateText } from '../shared.js';

/** The services that have daily work, in the order in which a run goes through them. */
export const dailyModules = ['sales', 'purchase', 'common'] as const;

export const DailyModule = z.enum(dailyModules);

/**
 * A run is `waiting` while the run of an earlier day is not over. A `cancelled` one begins nothing more; a task that was
 * running still tells how it ended.
 */
export const DailyRunState = z.enum(['waiting', 'running', 'finished', 'cancelled']);

export const DailyTaskState = z.enum(['waiting', 'running', 'done', 'failed', 'timed-out', 'skipped']);

export const DailyTaskDto = z
  .object({
    id: Id,
    module: DailyModule,
    type: z.string().meta({ description: '`plan` is the question which tasks there are.' }),
    attempt: z.int().min(1),
    state: DailyTaskState,
    detail: z.string().nullable().meta({ description: 'What was done, or why it failed or was left out.' }),
    startedAt: Instant.nullable(),
    finishedAt: Instant.nullable(),
  })
  .meta({ id: 'DailyTask' });

const summary = {
  id: Id,
  companyId: Id,
  runOn: DateText,
  state: DailyRunState,
  isLate: z.boolean().meta({ description: 'The day was missed and made up for.' }),
  module: DailyModule.nullable().meta({ description: 'The module at work.' }),
  startedAt: Instant.nullable(),
  finishedAt: Instant.nullable(),
};

export const DailyRunSummary = z
  .object({
    ...summary,
    failures: z.int().min(0).meta({ description: 'Tasks that are not done in the end.' }),
  })
  .meta({ id: 'DailyRunSummary' });

export const DailyRunDto = z
  .object({ ...summary, version: z.int().min(1).max(2_147_483_647), tasks: z.array(DailyTaskDto) })
  .meta({ id: 'DailyRun' });

export const DailyRunPage = pageOf('DailyRunPage', DailyRunSummary);

export const ListDailyRuns = z.strictObject({
  ...pageQuery,
  state: DailyRunState.optional(),
  sort: z.enum(['runOn', '-runOn']).optional().meta({ default: '-runOn' }),
});

export type DailyModule = z.infer<typeof DailyModule>;
export type DailyRunState = z.infer<typeof DailyRunState>;
export type DailyTaskState = z.infer<typeof DailyTaskState>;
export type DailyTaskDto = z.infer<typeof DailyTaskDto>;
export type DailyRunSummary = z.infer<typeof DailyRunSummary>;
export type DailyRunDto = z.infer<typeof DailyRunDto>;
export type DailyRunPage = z.infer<typeof DailyRunPage>;
export type ListDailyRuns = z.infer<typeof ListDailyRuns>;
