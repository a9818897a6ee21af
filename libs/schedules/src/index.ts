export { type DailyTask, DailyTasks } from './daily-tasks.js';
export { dropSchedule, isOwedBefore, keepSchedule, type Plan, remind, type Which } from './keep.js';
export { type Recurrence } from './recurrence.js';
export { createScheduleTables, scheduleTables } from './schema.js';
export { Scheduler, type SchedulerParts } from './scheduler.js';
export { intervals, scheduled, scheduling } from './scheduling.js';
