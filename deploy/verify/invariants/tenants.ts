// I10: no row points to a row of another organisation. Every foreign key that the catalogue knows is followed, so that
// a new one is checked from the day it is made.
import { services } from '../../topology.ts';
import type { Finding, Invariant, Offender, World } from '../invariant.ts';

interface Reference extends Offender {
  readonly name: string;
  readonly child: string;
  readonly parent: string;
  readonly columns: readonly string[];
  readonly targets: readonly string[];
}

export const tenants: readonly Invariant[] = [
  { id: 'I10', says: 'foreign keys stay inside their organisation', needs: {}, check },
];

async function check(world: World): Promise<Finding> {
  const offenders: Offender[] = [];
  let counted = 0;
  for (const { name: service } of services) {
    for (const reference of await world.query<Reference>(service, references)) {
      counted += 1;
      const rows = await world.query(service, strangersOf(reference));
      offenders.push(...rows.map((row) => ({ service, key: reference.name, ...row })));
    }
  }
  return { counted, offenders };
}

const references = `
  select con.conname as name, conrelid::regclass::text as child, confrelid::regclass::text as parent,
    array(select attname::text from unnest(conkey) with ordinality as key (number, place)
      join pg_attribute on attrelid = conrelid and attnum = number order by place) as columns,
    array(select attname::text from unnest(confkey) with ordinality as key (number, place)
      join pg_attribute on attrelid = confrelid and attnum = number order by place) as targets
  from pg_constraint con
  where contype = 'f' and conparentid = 0
    and exists (select from pg_attribute where attrelid = conrelid and attname = 'organization_id')
    and exists (select from pg_attribute where attrelid = confrelid and attname = 'organization_id')
  order by 2, 1`;

function strangersOf({ child, parent, columns, targets }: Reference): string {
  const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
  const isSet = columns.map((column) => `child.${quoted(column)} is not null`).join(' and ');
  const isMet = columns
    .map((column, index) => `parent.${quoted(targets[index] ?? '')} = child.${quoted(column)}`)
    .join(' and ');
  return `select to_jsonb(child) - 'created_at' - 'updated_at' as row from ${child} child
    where ${isSet} and not exists (
      select from ${parent} parent where ${isMet} and parent.organization_id = child.organization_id)
    limit 20`;
}
