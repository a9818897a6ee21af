import {
  CommonTaskFinished,
  PurchaseTaskFinished,
  RunCommonTask,
  SalesTaskFinished,
} from '@dhanman/contracts';
import { Handles, type Message } from '@dhanman/messaging';
import { Controller } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DailyRunsService } from './daily-runs.service.js';
import { LedgerTasksService } from './ledger-tasks.service.js';

type Finished = Message<typeof SalesTaskFinished>;

@Controller()
export class DailyRunsHandlers {
  constructor(
    private readonly runs: DailyRunsService,
    private readonly tasks: LedgerTasksService,
  ) {}

  @Handles(SalesTaskFinished)
  async onSalesTaskFinished(message: Finished, tx: EntityManager): Promise<void> {
    await this.runs.answer(tx, message.envelope, message.payload);
  }

  @Handles(PurchaseTaskFinished)
  async onPurchaseTaskFinished(message: Finished, tx: EntityManager): Promise<void> {
    await this.runs.answer(tx, message.envelope, message.payload);
  }

  @Handles(CommonTaskFinished)
  async onCommonTaskFinished(message: Finished, tx: EntityManager): Promise<void> {
    await this.runs.answer(tx, message.envelope, message.payload);
  }

  /** Common is also one of the modules, and asked like the others. */
  @Handles(RunCommonTask)
  async onRunCommonTask(message: Message<typeof RunCommonTask>, tx: EntityManager): Promise<void> {
    await this.tasks.daily.accept(tx, message);
  }
}
