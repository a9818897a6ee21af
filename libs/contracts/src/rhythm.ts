import { z } from 'zod';
import { DateText } from './shared.js';

/** The dates of what recurs, as the kernel counts them. */
export const rhythmFields = {
  every: z.enum(['week', 'month', 'quarter', 'half-year', 'year']),
  startsOn: DateText.meta({
    description: 'The first date. A month that lacks its day has its last day instead.',
  }),
  endsOn: DateText.optional().meta({ description: 'Nothing is dated after it.' }),
  times: z.int().min(1).max(1_000).optional().meta({ description: 'How many dates there are at most.' }),
};
