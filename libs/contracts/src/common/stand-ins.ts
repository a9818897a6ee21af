import { z } from 'zod';
import { Id, Instant } from '../http/shared.js';

export const BeginStandIn = z
  .strictObject({
    membershipId: Id.meta({ description: 'Of whom the caller will act as.' }),
    reason: z
      .string()
      .min(5)
      .max(300)
      .regex(/\S/, 'must not be blank')
      .meta({ examples: ['Call of this morning: the invoice list stays empty for her'] }),
  })
  .meta({ id: 'BeginStandIn' });

export const StandInDto = z
  .object({
    id: Id,
    person: z
      .object({ id: Id, name: z.string() })
      .meta({ description: 'In whose place the caller acts now.' }),
    reason: z.string(),
    endsAt: Instant,
  })
  .meta({ id: 'StandIn' });

export type BeginStandIn = z.infer<typeof BeginStandIn>;
export type StandInDto = z.infer<typeof StandInDto>;
