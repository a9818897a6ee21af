import { z } from 'zod';
import { job, services } from '../contract.js';
import { Id } from '../http/shared.js';

/** After a restore: from one organization to the next, in the order of their ids. */
export const RestateDirectory = job('common.restate-directory.v1', {
  summary: 'Say again how every organization is now, to all services or to one.',
  payload: z.object({
    service: z.enum(services).optional(),
    after: Id.optional().meta({ description: 'The last one of which everything was said.' }),
  }),
});
