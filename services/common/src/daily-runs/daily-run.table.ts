import { EntitySchema } from 'typeorm';
import { DailyRun } from './daily-run.js';
import { DailyTask } from './daily-task.js';

export const DailyRunTable = new EntitySchema<DailyRun>({
  name: 'DailyRun',
  target: DailyRun,
  columns: {
    organizationId: { type: 'uuid', primary: true },
    id: { type: 'uuid', primary: true },
    companyId: { type: 'uuid' },
    runOn: { type: 'date' },
    isLate: { type: 'boolean' },
    state: { type: 'text' },
    module: { type: 'text', nullable: true },
    moduleDeadlineAt: { type: 'timestamptz', nullable: true },
    startedAt: { type: 'timestamptz', nullable: true },
    finishedAt: { type: 'timestamptz', nullable: true },
    version: { type: 'integer', insert: false, update: false },
  },
  relations: {
    tasks: { type: 'one-to-many', target: 'DailyTask', inverseSide: 'run', cascade: true },
  },
});

export const DailyTaskTable = new EntitySchema<DailyTask & { run: DailyRun }>({
  name: 'DailyTask',
  target: DailyTask,
  columns: {
    organizationId: { type: 'uuid', primary: true },
    id: { type: 'uuid', primary: true },
    companyId: { type: 'uuid' },
    position: { type: 'integer' },
    module: { type: 'text' },
    type: { type: 'text' },
    attempt: { type: 'integer' },
    state: { type: 'text' },
    detail: { type: 'text', nullable: true },
    startedAt: { type: 'timestamptz', nullable: true },
    deadlineAt: { type: 'timestamptz', nullable: true },
    finishedAt: { type: 'timestamptz', nullable: true },
  },
  relations: {
    run: {
      type: 'many-to-one',
      target: 'DailyRun',
      inverseSide: 'tasks',
      joinColumn: [
        { name: 'organization_id', referencedColumnName: 'organizationId' },
        { name: 'run_id', referencedColumnName: 'id' },
      ],
    },
  },
});
