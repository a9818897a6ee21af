import { Module } from '@nestjs/common';
import { DailyTasksHandlers } from './daily-tasks/daily-tasks.handlers.js';
import { DailyTasksJobs } from './daily-tasks/daily-tasks.jobs.js';
import { DailyTasksService } from './daily-tasks/daily-tasks.service.js';
import { DirectoryHandlers } from './directory/directory.handlers.js';

@Module({
  controllers: [DirectoryHandlers, DailyTasksHandlers],
  providers: [DailyTasksService, DailyTasksJobs],
})
export class PurchaseModule {}
