import { services } from '../../topology.ts';
import type { Finding, Invariant, Offender, World } from '../invariant.ts';

export const outbox: readonly Invariant[] = [
  {
    ...{ id: 'I7', says: 'messages have left the outboxes, each to each receiver once', check },
    needs: Object.fromEntries(services.map(({ name }) => [name, ['outbox', 'outbox_sent']])),
  },
];

async function check(world: World): Promise<Finding> {
  const offenders: Offender[] = [];
  let counted = 0;
  for (const { name: service } of services) {
    const [sent] = await world.query<{ count: number }>(
      service,
      'select count(*)::int as count from outbox_sent',
    );
    counted += sent?.count ?? 0;
    const waiting = await world.query(
      service,
      `select message_id as message, contract, target, attempts, trouble, created_at as since from outbox
       where created_at < now() - make_interval(secs => $1) order by id`,
      [world.graceSeconds],
    );
    const doubled = await world.query(
      service,
      `select message_id as message, contract, target, count(*)::int as times from (
         select message_id, contract, target from outbox where kind <> 'again'
         union all select message_id, contract, target from outbox_sent where kind <> 'again') as all_of_them
       group by 1, 2, 3 having count(*) > 1`,
    );
    offenders.push(...[...waiting, ...doubled].map((row) => ({ service, ...row })));
  }
  return { counted, offenders };
}
