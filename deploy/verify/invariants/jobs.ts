import { services } from '../../topology.ts';
import type { Finding, Invariant, Offender, World } from '../invariant.ts';

export const jobs: readonly Invariant[] = [
  {
    ...{ id: 'I12', says: 'jobs are owed once for the same work', check },
    needs: Object.fromEntries(services.map(({ name }) => [name, ['job']])),
  },
];

async function check(world: World): Promise<Finding> {
  const offenders: Offender[] = [];
  let counted = 0;
  for (const { name: service } of services) {
    const [total] = await world.query<{ count: number }>(service, 'select count(*)::int as count from job');
    counted += total?.count ?? 0;
    const doubled = await world.query(
      service,
      `select contract, organization, once, count(*)::int as times,
         count(*) filter (where state = 'done')::int as done
       from job group by 1, 2, 3 having count(*) > 1 order by 1, 3`,
    );
    offenders.push(...doubled.map((row) => ({ service, ...row })));
  }
  return { counted, offenders };
}
