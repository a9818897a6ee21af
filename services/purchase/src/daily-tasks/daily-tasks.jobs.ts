import { PerformPurchaseTask } from '@dhanman/contracts';
import type { Message } from '@dhanman/messaging';
import { Job } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import { DailyTasksService } from './daily-tasks.service.js';

@Injectable()
export class DailyTasksJobs {
  constructor(private readonly tasks: DailyTasksService) {}

  @Job(PerformPurchaseTask)
  async perform(message: Message<typeof PerformPurchaseTask>): Promise<void> {
    await this.tasks.daily.perform(message);
  }
}
