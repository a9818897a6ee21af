import { PerformSalesTask, SalesTaskFinished } from '@dhanman/contracts';
import { Database, Logger } from '@dhanman/platform';
import { DailyTasks } from '@dhanman/schedules';
import { Injectable } from '@nestjs/common';
import { UnansweredInvoicesService } from '../invoices/unanswered-invoices.service.js';
import { LedgerDoor } from '../postings/ledger-door.service.js';
import { RemindersService } from '../reminders/reminders.service.js';

/** The daily work of Sales, in its order. */
@Injectable()
export class DailyTasksService {
  readonly daily: DailyTasks;

  constructor(
    db: Database,
    logger: Logger,
    invoices: UnansweredInvoicesService,
    door: LedgerDoor,
    reminders: RemindersService,
  ) {
    const contracts = { finished: SalesTaskFinished, perform: PerformSalesTask };
    this.daily = new DailyTasks(db, logger, contracts, [
      {
        type: 'ask-ledger-again',
        run: async (tx) => {
          const told = await invoices.askAgain(tx);
          const postings = await door.askUnansweredAgain(tx);
          return postings === 0 ? told : `${told}; asked it again about ${postings} more postings`;
        },
      },
      { type: 'remind-customers', run: (tx) => reminders.remindOfWhatIsDue(tx) },
    ]);
  }
}
