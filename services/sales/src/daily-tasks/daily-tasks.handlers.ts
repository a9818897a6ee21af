import { RunSalesTask } from '@dhanman/contracts';
import { Handles, type Message } from '@dhanman/messaging';
import { Controller } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DailyTasksService } from './daily-tasks.service.js';

@Controller()
export class DailyTasksHandlers {
  constructor(private readonly tasks: DailyTasksService) {}

  @Handles(RunSalesTask)
  async onRunSalesTask(message: Message<typeof RunSalesTask>, tx: EntityManager): Promise<void> {
    await this.tasks.daily.accept(tx, message);
  }
}
