import { MakeRunBills } from '@dhanman/contracts';
import { parseId } from '@dhanman/kernel';
import { type Message, settle } from '@dhanman/messaging';
import { Job } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import { InvoiceRunsService } from './invoice-runs.service.js';

@Injectable()
export class InvoiceRunsJobs {
  constructor(private readonly runs: InvoiceRunsService) {}

  @Job(MakeRunBills)
  async make(message: Message<typeof MakeRunBills>): Promise<void> {
    const { organizationId, companyId = '' } = message.envelope;
    const scope = { organizationId, companyId: parseId(companyId) };
    const id = parseId<'InvoiceRun'>(message.payload.runId);
    await this.runs.makeBills(scope, id, (tx) => settle(tx, message));
  }
}
