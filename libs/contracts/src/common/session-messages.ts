import { z } from 'zod';
import { event } from '../contract.js';
import { Instant } from '../http/shared.js';

/** People work in several organizations, so that it is said in the name of none. Common writes its own list itself. */
export const SessionsEnded = event('common.sessions-ended.v1', {
  summary: 'Sessions of a person ended, or what they got was taken back: tokens made until then are refused.',
  payload: z.object({
    sessionIds: z.array(z.string().min(1).max(255)).min(1).max(5_000),
    before: Instant.meta({
      description: 'Tokens of these sessions made until this moment are worth nothing.',
    }),
    forgetAt: Instant.meta({ description: 'By then every one of those tokens is over by itself.' }),
  }),
  heardBy: ['community', 'inventory', 'payroll', 'purchase', 'sales'],
});
