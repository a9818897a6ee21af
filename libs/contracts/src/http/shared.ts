import { z } from 'zod';

const uuidVersion7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Same shape as the kernel's `Id`, declared again because contracts depend on zod alone. */
type IdText = string & { readonly idOf: string };

/** A UUID of version 7 in its one canonical, lower-case spelling. */
export const Id = z
  .string()
  .regex(uuidVersion7, 'must be a UUID of version 7 in lower case')
  .meta({
    id: 'Id',
    format: 'uuid',
    examples: ['019a9f3e-5f00-7000-8000-000000000001'],
  }) as unknown as z.ZodType<IdText, string>;

/** An instant, UTC, as the database recorded it. */
export const Instant = z.iso.datetime().meta({ id: 'Instant' });

const maximumPageSize = 200;

/** What every list takes besides its own filters. `cursor` is the `nextCursor` of the page before. */
export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(maximumPageSize).optional().meta({ default: 50 }),
  cursor: z
    .string()
    .max(1000)
    .regex(/^[A-Za-z0-9_-]+$/, 'is not a cursor of this list')
    .optional(),
};

/** Page of a list: `nextCursor` is null on the last page. */
export function pageOf<Item extends z.ZodType>(id: string, item: Item) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() }).meta({ id });
}

export interface Page<Item> {
  readonly items: Item[];
  readonly nextCursor: string | null;
}
