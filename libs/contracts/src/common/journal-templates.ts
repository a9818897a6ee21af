import { z } from 'zod';
import { Id, Instant } from '../http/shared.js';
import { rhythmFields } from '../rhythm.js';
import { scheduledJob } from '../scheduled.js';
import { Amount, CurrencyCode, DateText } from '../shared.js';
import { CreateManualJournal, JournalApproval, ManualJournalLine, mayApproveOwn } from './journals.js';

export const JournalRecurrence = z
  .strictObject({
    ...rhythmFields,
    reverses: z
      .enum(['never', 'next-month'])
      .meta({ description: 'Whether each is reversed on the first of the month after it, as accruals are.' }),
  })
  .meta({ id: 'JournalRecurrence' });

/** What a journal is begun from. With a recurrence it is posted by itself, once others have approved that. */
export const CreateJournalTemplate = z
  .strictObject({
    name: z.string().min(1).max(100).regex(/\S/, 'must not be blank'),
    narration: CreateManualJournal.shape.narration,
    lines: CreateManualJournal.shape.lines,
    recurrence: JournalRecurrence.optional(),
  })
  .meta({ id: 'CreateJournalTemplate' });

/** Replaces the whole; what recurred stops until it is approved again. */
export const ReplaceJournalTemplate = CreateJournalTemplate.meta({ id: 'ReplaceJournalTemplate' });

/** `active` posts on its dates, `finished` has had all of them. */
export const JournalTemplateState = z
  .enum(['draft', 'active', 'paused', 'finished', 'discarded'])
  .meta({ id: 'JournalTemplateState' });

const Person = z.object({ id: z.string(), name: z.string().nullable() });

export const JournalTemplateDto = z
  .object({
    id: Id,
    companyId: Id,
    name: z.string(),
    narration: z.string(),
    currency: CurrencyCode,
    total: Amount.meta({ description: 'Of its debits.' }),
    lines: z.array(z.object(ManualJournalLine.shape)),
    recurrence: z.object(JournalRecurrence.shape).nullable(),
    state: JournalTemplateState,
    writtenBy: z
      .array(Person)
      .meta({ description: 'Who had a hand in it; none of them can approve it, but see `mayApproveOwn`.' }),
    approvals: z.array(JournalApproval),
    mayApproveOwn,
    upcoming: z.array(DateText).meta({ description: 'The next dates, six at most.' }),
    made: z
      .array(
        z.object({
          id: Id,
          on: DateText,
          state: z.enum(['draft', 'submitted', 'posted', 'discarded']),
          number: z.string().nullable(),
        }),
      )
      .meta({ description: 'The last twelve journals that came of it.' }),
    version: z.int().min(1).max(2_147_483_647),
    createdAt: Instant,
    updatedAt: Instant,
  })
  .meta({ id: 'JournalTemplate' });

export const JournalTemplates = z
  .object({ templates: z.array(JournalTemplateDto.omit({ made: true, mayApproveOwn: true })) })
  .meta({ id: 'JournalTemplates' });

export const MakeRecurringJournals = scheduledJob('common.make-recurring-journals.v1', {
  summary: 'Makes the journals of a template whose dates have come; its subject is the template.',
});

export type JournalRecurrence = z.infer<typeof JournalRecurrence>;
export type CreateJournalTemplate = z.infer<typeof CreateJournalTemplate>;
export type ReplaceJournalTemplate = z.infer<typeof ReplaceJournalTemplate>;
export type JournalTemplateState = z.infer<typeof JournalTemplateState>;
export type JournalTemplateDto = z.infer<typeof JournalTemplateDto>;
export type JournalTemplates = z.infer<typeof JournalTemplates>;
