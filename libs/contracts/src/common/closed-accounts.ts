import { z } from 'zod';

/** The password once more, so that nobody closes an account at an unlocked screen. */
export const CloseAccount = z
  .strictObject({ currentPassword: z.string().min(1).max(200) })
  .meta({ id: 'CloseAccount' });

export type CloseAccount = z.infer<typeof CloseAccount>;
