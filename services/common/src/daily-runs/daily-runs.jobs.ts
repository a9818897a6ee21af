import { CheckDailyRun, OpenDailyRun, PerformCommonTask } from '@dhanman/contracts';
import { parseId } from '@dhanman/kernel';
import { type Message, settle } from '@dhanman/messaging';
import { Database, Job } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DailyRunsService } from './daily-runs.service.js';
import { LedgerTasksService } from './ledger-tasks.service.js';

@Injectable()
export class DailyRunsJobs {
  constructor(
    private readonly db: Database,
    private readonly runs: DailyRunsService,
    private readonly tasks: LedgerTasksService,
  ) {}

  @Job(OpenDailyRun)
  async open(message: Message<typeof OpenDailyRun>): Promise<void> {
    await this.once(message, (tx) => this.runs.open(tx, message.envelope, message.payload));
  }

  @Job(CheckDailyRun)
  async check(message: Message<typeof CheckDailyRun>): Promise<void> {
    const run = parseId<'DailyRun'>(message.payload.subject ?? '');
    await this.once(message, (tx) => this.runs.checkTime(tx, message.envelope, run));
  }

  @Job(PerformCommonTask)
  async perform(message: Message<typeof PerformCommonTask>): Promise<void> {
    await this.tasks.daily.perform(message);
  }

  private async once(message: Message, work: (tx: EntityManager) => Promise<void>): Promise<void> {
    const { organizationId, companyId } = message.envelope;
    const scope = { organizationId, companyId: companyId === undefined ? undefined : parseId(companyId) };
    await this.db.transaction(scope, async (tx) => {
      if (await settle(tx, message)) await work(tx);
    });
  }
}
