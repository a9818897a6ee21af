import { PerformSalesTask, SalesTaskFinished } from '@dhanman/contracts';
import { Database, Logger } from '@dhanman/platform';
import { DailyTasks } from '@dhanman/schedules';
import { Injectable } from '@nestjs/common';
import { UnansweredInvoicesService } from '../invoices/unanswered-invoices.service.js';

/** The daily work of Sales, in its order. */
@Injectable()
export class DailyTasksService {
  readonly daily: DailyTasks;

  constructor(db: Database, logger: Logger, unanswered: UnansweredInvoicesService) {
    const contracts = { finished: SalesTaskFinished, perform: PerformSalesTask };
    this.daily = new DailyTasks(db, logger, contracts, [
      { type: 'ask-ledger-again', run: (tx) => unanswered.askAgain(tx) },
    ]);
  }
}
