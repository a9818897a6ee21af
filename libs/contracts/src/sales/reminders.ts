import { z } from 'zod';
import { job } from '../contract.js';
import { Id, Instant, pageOf, pageQuery } from '../http/shared.js';
import { PaperLanguage } from './papers.js';

/** What a template may name; anything else in braces is refused where it stands. */
export const reminderPlaceholders = ['customer', 'number', 'amount', 'due', 'days', 'company'] as const;

const known =
  'may name {customer}, {number}, {amount}, {due}, {days} and {company}, and nothing else in braces';
const names = reminderPlaceholders.join('|');

const subject = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[^\r\n]*\S[^\r\n]*$/, 'must be one line, and not blank')
  .regex(new RegExp(`^(?:[^{}]|\\{(?:${names})\\})*$`), known);

const text = z
  .string()
  .min(1)
  .max(5_000)
  .regex(/\S/, 'must not be blank')
  .regex(new RegExp(`^(?:[^{}]|\\{(?:${names})\\})*$`), known);

/** {days} counts the days until or since the due date; {amount} is what is still to be paid. */
export const ReminderWords = z.strictObject({ subject, text }).meta({ id: 'ReminderWords' });

const days = z.int().min(-30).max(90).meta({ description: 'After the due date; before it where negative.' });

export const ReminderStage = z
  .strictObject({
    id: Id.nullable().meta({
      description: 'Null is a new stage. Under the same id it stays the same, whatever day it is moved to.',
    }),
    days,
    en: ReminderWords,
    hi: ReminderWords,
  })
  .meta({ id: 'ReminderStage' });

/** When a company reminds its customers of what is due, and in which words. */
export const ReminderPlan = z
  .strictObject({
    isActive: z.boolean(),
    language: PaperLanguage.nullable().meta({
      description: 'For customers of whom no other is known. Null: that of the company.',
    }),
    stages: z.array(ReminderStage).max(6),
  })
  .meta({ id: 'ReminderPlan' });

export const PreviewReminder = z
  .strictObject({
    ...{ days, words: ReminderWords },
    invoiceId: Id.optional().meta({ description: 'Left out: the open invoice that is due first.' }),
  })
  .meta({ id: 'PreviewReminder' });

export const ReminderPreview = z
  .object({
    ...{ invoiceId: Id, invoiceNumber: z.string(), customerName: z.string() },
    ...{ subject: z.string(), text: z.string() },
  })
  .meta({ id: 'ReminderPreview' });

export const ReminderState = z.enum(['waiting', 'sending', 'sent', 'refused', 'unknown', 'skipped']).meta({
  id: 'ReminderState',
  description:
    'Sent: the mail server took it. Refused: it certainly did not. Unknown: sending was interrupted, so it may have gone ' +
    'out; it is not sent again unless a person does. Skipped: there was a reason not to send it.',
});

export const ReminderSkip = z
  .enum(['passed', 'paid', 'not-owed', 'excepted', 'no-address', 'switched-off'])
  .meta({
    id: 'ReminderSkip',
    description:
      'Passed: a later stage was reached before this one was sent. Not owed: cancelled, or refused by the ledger.',
  });

export const ReminderDto = z
  .object({
    id: Id,
    invoiceId: Id,
    invoiceNumber: z.string(),
    customerId: Id,
    customerName: z.string(),
    days,
    isByHand: z.boolean(),
    state: ReminderState,
    skippedBecause: ReminderSkip.nullable(),
    reason: z.string().nullable().meta({ description: 'What the mail server said.' }),
    recipient: z.string().nullable(),
    subject: z.string().nullable(),
    askedAt: Instant,
    endedAt: Instant.nullable(),
  })
  .meta({ id: 'Reminder' });

export const ReminderPage = pageOf('ReminderPage', ReminderDto);

export const ListReminders = z.strictObject({
  ...pageQuery,
  sort: z.enum(['askedAt', '-askedAt']).optional().meta({ default: '-askedAt' }),
  state: ReminderState.optional(),
  customerId: Id.optional(),
  invoiceId: Id.optional(),
});

/** What a customer wants of reminders. */
export const ReminderPreference = z
  .strictObject({
    isReminded: z.boolean(),
    language: PaperLanguage.nullable().meta({ description: 'Null: that of the plan.' }),
  })
  .meta({ id: 'ReminderPreference' });

export const SendReminder = job('sales.send-reminder.v1', {
  summary: 'Sends a reminder, at most once, unless it is paid or there is another reason not to.',
  payload: z.object({ reminderId: Id }),
});

export type ReminderWords = z.infer<typeof ReminderWords>;
export type ReminderStage = z.infer<typeof ReminderStage>;
export type ReminderPlan = z.infer<typeof ReminderPlan>;
export type PreviewReminder = z.infer<typeof PreviewReminder>;
export type ReminderPreview = z.infer<typeof ReminderPreview>;
export type ReminderState = z.infer<typeof ReminderState>;
export type ReminderSkip = z.infer<typeof ReminderSkip>;
export type ReminderDto = z.infer<typeof ReminderDto>;
export type ReminderPage = z.infer<typeof ReminderPage>;
export type ListReminders = z.infer<typeof ListReminders>;
export type ReminderPreference = z.infer<typeof ReminderPreference>;
