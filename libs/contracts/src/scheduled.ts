import { z } from 'zod';
import { job, type ContractName, type JobContract } from './contract.js';
import { Id, Instant } from './http/shared.js';

/** What a job is told that a schedule has made due. */
export const Scheduled = z.object({
  scheduleId: Id,
  subject: z.string().nullable().meta({ description: 'What the schedule is about, if it is one of many.' }),
  period: z.string().meta({
    description: 'The due time as clocks of the schedule’s zone show it. It names the work.',
    examples: ['2026-04-01T02:00'],
  }),
  dueAt: Instant,
  isLate: z.boolean().meta({ description: 'It was missed when it was due, and is made up for.' }),
});

export type Scheduled = z.infer<typeof Scheduled>;
export type ScheduledContract = JobContract<typeof Scheduled>;

/** A job that a schedule asks for: once for each of its periods, ever. */
export function scheduledJob(
  name: ContractName,
  description: Pick<JobContract, 'summary'> & Partial<Pick<JobContract, 'queue'>>,
): ScheduledContract {
  return job(name, { payload: Scheduled, once: ['scheduleId', 'period'], ...description });
}
