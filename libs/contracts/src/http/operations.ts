import { z } from 'zod';
import { Id, Instant, pageOf, pageQuery } from './shared.js';

const Attempts = z.int().min(0);

/** What names a business act in every service it passes through: the `x-correlation-id` of the request that began it. */
export const CorrelationId = z
  .string()
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9._-]{7,127}$/,
    'must be a correlation id: 8 to 128 letters, digits and . _ -',
  );

export const TraceStep = z
  .object({
    at: Instant.meta({ description: 'When this became of it.' }),
    begunAt: Instant.nullable().meta({ description: 'When it was written, by whoever sent it.' }),
    what: z.enum(['waiting', 'sent', 'handled', 'superseded', 'parked', 'failed', 'dead', 'job']),
    to: z.string().nullable().meta({ description: 'The service or queue that this copy goes to.' }),
    state: z.string().nullable().meta({ description: 'Of a dead letter or a job.' }),
    contract: z.string(),
    messageId: z.string(),
    attempts: Attempts,
    error: z.string().nullable(),
  })
  .meta({ id: 'TraceStep', description: 'One message, or one job, as this service has seen it.' });

export const Trace = z
  .object({ correlationId: z.string(), service: z.string(), steps: z.array(TraceStep) })
  .meta({
    id: 'Trace',
    description: 'What one service knows about a business act; the others know the rest.',
  });

export const DeadLetterState = z.enum(['open', 'replayed', 'discarded']);

const deadLetter = {
  id: Id,
  messageId: z.string(),
  contract: z.string(),
  queue: z.string(),
  correlationId: z.string(),
  reason: z.string(),
  attempts: Attempts,
  diedAt: Instant,
  state: DeadLetterState,
  decidedBy: z.string().nullable(),
  decidedAt: Instant.nullable(),
  decision: z.string().nullable().meta({ description: 'Why it was replayed or discarded.' }),
};

export const DeadLetterDto = z
  .object(deadLetter)
  .meta({ id: 'DeadLetter', description: 'A message that could not be handled.' });

export const DeadLetterPage = pageOf('DeadLetterPage', DeadLetterDto);

export const DeadLetterDetail = z
  .object({
    ...deadLetter,
    history: z.array(z.object({ attempt: Attempts, error: z.string() })),
    envelope: z.record(z.string(), z.unknown()),
    payload: z.string().meta({ description: 'As it came, which need not be JSON.' }),
  })
  .meta({ id: 'DeadLetterDetail' });

export const ListDeadLetters = z.strictObject({
  ...pageQuery,
  state: DeadLetterState.optional().meta({ default: 'open' }),
  queue: z.string().min(1).max(255).optional(),
});

const ids = z.array(Id).min(1).max(100);
const reason = z.string().max(500).regex(/\S/, 'must not be blank');

export const ReplayDeadLetters = z
  .strictObject({ ids, reason: reason.optional() })
  .meta({ id: 'ReplayDeadLetters' });

export const DiscardDeadLetters = z.strictObject({ ids, reason }).meta({ id: 'DiscardDeadLetters' });

export const DecidedDeadLetters = z
  .object({ items: z.array(DeadLetterDto) })
  .meta({ id: 'DecidedDeadLetters' });

export const FailedJobDto = z
  .object({
    id: Id,
    contract: z.string(),
    correlationId: z.string(),
    attempts: Attempts,
    error: z.string().nullable(),
    createdAt: Instant,
    failedAt: Instant,
    retriedBy: z.string().nullable(),
    retriedAt: Instant.nullable(),
  })
  .meta({ id: 'FailedJob', description: 'A job that was given up after its last attempt.' });

export const FailedJobPage = pageOf('FailedJobPage', FailedJobDto);

export const ListFailedJobs = z.strictObject(pageQuery);

export type TraceStep = z.infer<typeof TraceStep>;
export type Trace = z.infer<typeof Trace>;
export type DeadLetterState = z.infer<typeof DeadLetterState>;
export type DeadLetterDto = z.infer<typeof DeadLetterDto>;
export type DeadLetterDetail = z.infer<typeof DeadLetterDetail>;
export type DeadLetterPage = z.infer<typeof DeadLetterPage>;
export type ListDeadLetters = z.infer<typeof ListDeadLetters>;
export type ReplayDeadLetters = z.infer<typeof ReplayDeadLetters>;
export type DiscardDeadLetters = z.infer<typeof DiscardDeadLetters>;
export type DecidedDeadLetters = z.infer<typeof DecidedDeadLetters>;
export type FailedJobDto = z.infer<typeof FailedJobDto>;
export type FailedJobPage = z.infer<typeof FailedJobPage>;
export type ListFailedJobs = z.infer<typeof ListFailedJobs>;
