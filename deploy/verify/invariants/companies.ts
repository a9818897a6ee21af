import { services } from '../../topology.ts';
import type { Finding, Invariant, Offender, World } from '../invariant.ts';

interface Company extends Offender {
  readonly key: string;
  readonly facts: string;
  readonly isOld: boolean;
}

const copies = services.map(({ name }) => name).filter((name) => name !== 'common');

export const companies: readonly Invariant[] = [
  {
    ...{ id: 'I14', says: 'copies of companies are as Common has them', check },
    needs: Object.fromEntries(['common', ...copies].map((service) => [service, ['company']])),
  },
];

async function check(world: World): Promise<Finding> {
  const originals = await read(world, 'common', 'version', 'updated_at');
  const byKey = new Map(originals.map((company) => [company.key, company]));
  const offenders: Offender[] = [];
  let counted = 0;
  for (const service of copies) {
    const found = new Map((await read(world, service, 'revision')).map((copy) => [copy.key, copy]));
    counted += found.size;
    for (const { key, facts, isOld } of originals) {
      const copy = found.get(key)?.facts;
      if (isOld && copy !== facts) offenders.push({ service, company: key, original: facts, copy });
    }
    for (const [key, { facts }] of found)
      if (!byKey.has(key)) offenders.push({ service, company: key, copy: facts });
  }
  return { counted, offenders };
}

async function read(
  world: World,
  service: (typeof services)[number]['name'],
  revision: string,
  changedAt = 'null::timestamptz',
): Promise<readonly Company[]> {
  return world.query<Company>(
    service,
    `select organization_id || ' ' || id as key,
       coalesce(${changedAt} < now() - make_interval(secs => $1), true) as "isOld",
       concat_ws(' ', ${revision}, currency, time_zone, financial_year_start_month, is_active, name) as facts
     from company order by id`,
    [world.graceSeconds],
  );
}
