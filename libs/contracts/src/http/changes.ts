import { z } from 'zod';
import { Id } from './shared.js';

/** That a record was made or changed, and nothing of what stands in it: whoever may read it asks for it as always. */
export const ChangedRecord = z
  .object({ entity: z.string(), id: z.string(), version: z.int().nullable() })
  .meta({ id: 'ChangedRecord' });

export const HeardChanges = z
  .object({
    companyId: Id,
    entities: z
      .array(z.string())
      .meta({ description: 'The kinds of records whose changes the caller hears.' }),
  })
  .meta({
    id: 'HeardChanges',
    description:
      'With `Accept: text/event-stream` the answer is a stream instead: `event: changed` with a ChangedRecord as its data for each record as it changes, and `event: missed` when some may have passed unheard. It ends with the token at the latest.',
  });

export type ChangedRecord = z.infer<typeof ChangedRecord>;
export type HeardChanges = z.infer<typeof HeardChanges>;
