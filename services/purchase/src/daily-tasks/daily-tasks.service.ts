import { PerformPurchaseTask, PurchaseTaskFinished } from '@dhanman/contracts';
import { Database, Logger } from '@dhanman/platform';
import { DailyTasks } from '@dhanman/schedules';
import { Injectable } from '@nestjs/common';

/** The daily work of Purchase: none yet, which is what its plan says. */
@Injectable()
export class DailyTasksService {
  readonly daily: DailyTasks;

  constructor(db: Database, logger: Logger) {
    const contracts = { finished: PurchaseTaskFinished, perform: PerformPurchaseTask };
    this.daily = new DailyTasks(db, logger, contracts, []);
  }
}
