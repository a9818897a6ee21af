import { z } from 'zod';
import { Amount } from '../shared.js';

/** How many others look at an invoice before it may be issued. */
export const ApprovalSettings = z
  .strictObject({
    levels: z.int().min(0).max(2).meta({ description: 'None, one, or two approvals by different people.' }),
    secondAbove: Amount.nullable().meta({
      description: 'With two levels: up to this amount one approval is enough; null: always two.',
    }),
  })
  .meta({ id: 'ApprovalSettings' });

export type ApprovalSettings = z.infer<typeof ApprovalSettings>;
