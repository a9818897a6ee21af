import { RunPurchaseTask } from '@dhanman/contracts';
import { Handles, type Message } from '@dhanman/messaging';
import { Controller } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DailyTasksService } from './daily-tasks.service.js';

@Controller()
export class DailyTasksHandlers {
  constructor(private readonly tasks: DailyTasksService) {}

  @Handles(RunPurchaseTask)
  async onRunPurchaseTask(message: Message<typeof RunPurchaseTask>, tx: EntityManager): Promise<void> {
    await this.tasks.daily.accept(tx, message);
  }
}
