import { z } from 'zod';

/**
 * One thing wrong with one field, named the way the client wrote it: `lines.2.quantity`. `code` says it to programs and
 * to other languages, with the figures in `details`; `message` says it in English.
 */
export const ProblemField = z
  .object({
    path: z.string(),
    code: z.string(),
    message: z.string(),
    details: z.record(z.string(), z.unknown()).optional(),
  })
  .meta({ id: 'ProblemField', description: 'One field of the request and what is wrong with it.' });

/**
 * The one shape of every error answer (RFC 9457). `code` is stable and meant for programs, `title` and `detail`
 * for people, `traceId` for the person who asks support about it.
 */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int().min(400).max(599),
    code: z.string(),
    detail: z.string(),
    errors: z.array(ProblemField).optional(),
    details: z.record(z.string(), z.unknown()).optional(),
    traceId: z.string(),
  })
  .meta({ id: 'Problem', description: 'Why a request was not done (RFC 9457).' });

export type ProblemField = z.infer<typeof ProblemField>;
export type Problem = z.infer<typeof Problem>;
