import * as directory from './common/directory.js';
import * as directoryJobs from './common/directory-jobs.js';
import * as identity from './common/identity-messages.js';
import { DiscardAttachmentBytes } from './common/journal-attachment-jobs.js';
import { MakeRecurringJournals } from './common/journal-templates.js';
import * as common from './common/messages.js';
import * as sessions from './common/session-messages.js';
import * as webhooks from './common/webhook-messages.js';
import type { AnyContract } from './contract.js';
import { MakeRunBills } from './sales/invoice-runs.js';
import { MailInvoice } from './sales/invoice-mails.js';
import { PrintInvoice, PrintPaper } from './sales/papers.js';
import { MakeRecurringInvoice } from './sales/recurring-invoices.js';
import { SendReminder } from './sales/reminders.js';
import * as dailyRuns from './daily-run-messages.js';

/** Every message of the suite. A service that handles or sends anything else does not start. */
export const contracts: readonly AnyContract[] = [
  directory,
  directoryJobs,
  common,
  identity,
  sessions,
  dailyRuns,
  webhooks,
  { PrintInvoice },
  { PrintPaper },
  { MailInvoice },
  { SendReminder },
  { DiscardAttachmentBytes },
  { MakeRecurringJournals },
  { MakeRecurringInvoice },
  { MakeRunBills },
].flatMap((module) => Object.values<AnyContract>(module));

/** What every service hears and keeps a copy of: organizations, companies, memberships and roles. */
export const directoryEvents = Object.values(directory);
