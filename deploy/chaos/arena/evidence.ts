import { services } from '../../topology.ts';
import type { World } from '../../verify/invariant.ts';

/** What the message layer had to cope with. A run that has nothing of it has proved nothing. */
export interface Evidence {
  /** Messages sent more than once because nobody could know that they had arrived. */
  readonly resent: number;
  /** Deliveries that began again because their process or its connection had died. */
  readonly redelivered: number;
  /** Deliveries that failed and were tried again later. */
  readonly retried: number;
}

export function amountOf({ resent, redelivered, retried }: Evidence): number {
  return resent + redelivered + retried;
}

export async function evidenceIn(world: World): Promise<Evidence> {
  const total = { resent: 0, redelivered: 0, retried: 0 };
  for (const { name } of services) {
    const [found] = await world.query<Evidence & Record<string, unknown>>(
      name,
      `select (select count(*)::int from outbox_sent where attempts > 1) as resent,
         count(*) filter (where error like 'started again%')::int as redelivered,
         count(*) filter (where error not like 'started again%')::int as retried
       from delivery_trouble`,
    );
    for (const what of ['resent', 'redelivered', 'retried'] as const) total[what] += found?.[what] ?? 0;
  }
  return total;
}
