import { MakeRecurringInvoice } from '@dhanman/contracts';
import { parseId } from '@dhanman/kernel';
import { type Message, settle } from '@dhanman/messaging';
import { Job } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import { RecurringInvoicesService } from './recurring-invoices.service.js';

@Injectable()
export class RecurringInvoicesJobs {
  constructor(private readonly recurring: RecurringInvoicesService) {}

  @Job(MakeRecurringInvoice)
  async make(message: Message<typeof MakeRecurringInvoice>): Promise<void> {
    const { organizationId, companyId = '' } = message.envelope;
    const scope = { organizationId, companyId: parseId(companyId) };
    const id = parseId<'RecurringInvoice'>(message.payload.subject ?? '');
    await this.recurring.makeNext(scope, id, (tx) => settle(tx, message));
  }
}
