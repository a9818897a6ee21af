import { type Message, SendReminder } from '@dhanman/contracts';
import type { Id } from '@dhanman/kernel';
import { Database, Job, type MailFile, NotFound } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { MailAttempts } from '../mails/mail-attempts.service.js';
import { Papers } from '../papers/papers.service.js';
import type { Reminder, ReminderId } from './reminder.js';
import { caseToSend } from './reminder-case.queries.js';
import { whyNot } from './reminder-reasons.js';
import { ReminderPlanTable } from './reminder-plan.table.js';
import { filledIn } from './reminder-words.js';
import { ReminderTable } from './reminder.table.js';

interface Key {
  readonly organizationId: Id;
  readonly id: ReminderId;
}

@Injectable()
export class RemindersJobs {
  constructor(
    private readonly db: Database,
    private readonly attempts: MailAttempts,
    private readonly papers: Papers,
  ) {}

  @Job(SendReminder)
  async send({ envelope, payload }: Message<typeof SendReminder>): Promise<void> {
    const key = { organizationId: envelope.organizationId, id: payload.reminderId as ReminderId };
    // Read before it begins: a store that is away is no reason to be in doubt about a mail.
    const files = await this.filesOf(key);
    await this.attempts.once({
      ...{ table: ReminderTable, key, files, begin },
      end: (reminder, outcome) => reminder.ended(outcome),
      mail: ({ recipient, subject, text }) => ({
        ...{ to: recipient ?? '', subject: subject ?? '', text: text ?? '' },
      }),
    });
  }

  /** The invoice goes with its reminder, where it is printed. */
  private async filesOf(key: Key): Promise<readonly MailFile[]> {
    const { organizationId } = key;
    const [paper, language] = await this.db.read(key, async (tx) => {
      const reminder = await tx.findOneBy(ReminderTable, key);
      if (!reminder) throw new NotFound('reminder');
      const of = { organizationId, id: reminder.invoiceId };
      return [await this.papers.of(tx, of), reminder.language] as const;
    });
    if (!paper?.files) return [];
    return [{ ...(await this.papers.pdf(paper, language)), type: 'application/pdf' }];
  }
}

/** Who pays before this transaction is heard; who pays while it runs waits for it, and has been reminded already. */
async function begin(tx: EntityManager, reminder: Reminder, at: Date): Promise<Reminder> {
  if (reminder.state !== 'waiting') return reminder.foundBegun(at);
  const { organizationId, companyId, language } = reminder;
  const of = await caseToSend(tx, reminder);
  const plan = await tx.findOneBy(ReminderPlanTable, { organizationId, id: companyId });
  const stage = plan?.stage(reminder.stageId);
  const because = whyNot(reminder, of, plan?.isActive === true);
  if (because) return reminder.skipped(because, at);
  if (!stage) return reminder.skipped('switched-off', at);
  return reminder.begun({ ...filledIn(stage[language], of, reminder.day), recipient: of.email ?? '' }, at);
}
