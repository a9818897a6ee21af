import { z } from 'zod';
import { command, job, reply, type ServiceName } from './contract.js';
import { Id } from './http/shared.js';
import { scheduledJob } from './scheduled.js';
import { DateText } from './shared.js';

export const OpenDailyRun = scheduledJob('common.open-daily-run.v1', {
  summary: 'Begins the daily run of a company; its period is the day.',
});

export const CheckDailyRun = scheduledJob('common.check-daily-run.v1', {
  summary: 'Looks whether a daily run waits for an answer that is overdue; its subject is the run.',
  queue: 'critical',
});

const type = z
  .string()
  .regex(/^[a-z]+(-[a-z]+)*$/)
  .max(60)
  .meta({ examples: ['ask-ledger-again'] });

const Task = z.object({
  runId: Id,
  taskId: Id.meta({ description: 'One attempt at one task of one run. It is done once.' }),
  type: type.meta({ description: '`plan` asks which tasks there are; any other is one of them.' }),
  on: DateText,
});

/** What Common and one module say to each other, task by task, during a daily run. */
function dailyTasksOf(owner: ServiceName) {
  const finished = reply(`${owner}.daily-task-finished.v1`, {
    summary: 'A task of the daily run is done, or has failed.',
    payload: z.object({
      runId: Id,
      taskId: Id,
      outcome: z.enum(['done', 'failed']),
      detail: z.string().max(1_000).meta({ description: 'What was done, or why it failed.' }),
      next: z.array(type).max(100).optional().meta({ description: 'The tasks of this day, in their order.' }),
    }),
  });
  const run = command(`${owner}.run-daily-task.v1`, {
    summary: 'Do one task of the daily run of a company.',
    payload: Task,
    sentBy: ['common'],
    replies: [finished],
  });
  const perform = job(`${owner}.perform-daily-task.v1`, {
    summary: 'Does one task of the daily run; the low queue does one at a time.',
    payload: Task,
    queue: 'low',
    once: ['taskId'],
  });
  return { run, finished, perform };
}

export const {
  run: RunSalesTask,
  finished: SalesTaskFinished,
  perform: PerformSalesTask,
} = dailyTasksOf('sales');

export const {
  run: RunPurchaseTask,
  finished: PurchaseTaskFinished,
  perform: PerformPurchaseTask,
} = dailyTasksOf('purchase');

export const {
  run: RunCommonTask,
  finished: CommonTaskFinished,
  perform: PerformCommonTask,
} = dailyTasksOf('common');
