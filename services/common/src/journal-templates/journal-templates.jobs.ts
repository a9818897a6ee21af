import { MakeRecurringJournals } from '@dhanman/contracts';
import { parseId } from '@dhanman/kernel';
import { type Message, settle } from '@dhanman/messaging';
import { Database, Job } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import { JournalTemplatesService } from './journal-templates.service.js';

@Injectable()
export class JournalTemplatesJobs {
  constructor(
    private readonly db: Database,
    private readonly templates: JournalTemplatesService,
  ) {}

  @Job(MakeRecurringJournals)
  async make(message: Message<typeof MakeRecurringJournals>): Promise<void> {
    const { organizationId, companyId = '' } = message.envelope;
    const scope = { organizationId, companyId: parseId(companyId) };
    const template = parseId<'JournalTemplate'>(message.payload.subject ?? '');
    await this.db.transaction(scope, async (tx) => {
      if (await settle(tx, message)) await this.templates.makeDue(tx, scope, template);
    });
  }
}
