// Where each table of a service stands on Citus: by organisation on many machines, all of them side by side, unless it
// is an exception. A row and everything it refers to are then on one machine, as is every transaction of a tenant.
import { type Exception, exceptions as listed } from './exceptions.ts';
import type { Table } from './schema.ts';

type Exceptions = Readonly<Record<string, Exception>>;

const column = 'organization_id';
const list = 'deploy/growth/exceptions.ts';

/** One sentence for each thing that keeps these tables from being distributed, saying what to do about it. */
export function obstacles(tables: readonly Table[], exceptions: Exceptions = listed): readonly string[] {
  return tables.flatMap((table) => {
    const ofTable = exceptions[table.name] === undefined ? ofDistributed(table) : ofException(table);
    return [...ofTable, ...ofReferences(table, exceptions)].map((sentence) => `${table.name}: ${sentence}`);
  });
}

function ofDistributed({ isOfOrganization, keys }: Table): readonly string[] {
  if (isOfOrganization === null)
    return [
      `it has no ${column}. Add the column to it and to its keys, or name it in ${list} with the reason.`,
    ];
  const loose = isOfOrganization
    ? []
    : [`${column} must be "uuid not null", so that every row has a machine.`];
  const narrow = keys
    .filter(({ columns }) => !columns.includes(column))
    .map(({ name }) => `${name} would be unique on each machine only. Add ${column} to this key.`);
  return [...loose, ...narrow];
}

function ofException({ isOfOrganization }: Table): readonly string[] {
  return isOfOrganization === null ? [] : [`it has ${column}. Take it off the list in ${list}.`];
}

function ofReferences({ name, references }: Table, exceptions: Exceptions): readonly string[] {
  const from = exceptions[name]?.place;
  return references.flatMap((reference) => {
    const to = exceptions[reference.table]?.place;
    if (to === 'reference') return [];
    if (from !== to && !(from === 'reference' && to === 'local'))
      return [
        `${reference.name} refers to ${reference.table}, which stands elsewhere. Drop this foreign key.`,
      ];
    const isTogether = reference.columns.some(
      (own, place) => own === column && reference.referenced[place] === column,
    );
    if (to !== undefined || isTogether) return [];
    return [`${reference.name} may lead to another machine. Let it begin with ${column} on both sides.`];
  });
}

/** For psql on the coordinator. The tables must have passed `obstacles`. */
export function script(service: string, tables: readonly Table[], exceptions: Exceptions = listed): string {
  const placed = (place: Exception['place']) =>
    tables.filter(({ name }) => exceptions[name]?.place === place);
  const distributed = referredFirst(tables.filter(({ name }) => exceptions[name] === undefined));
  return [
    `-- Spreads the tables of ${service} over Citus by ${column}. Made by deploy/growth/main.ts from the migrated`,
    '-- database. Never run on Citus itself: docs/scaling.md says what has to be tried first.',
    'begin;',
    "set local citus.multi_shard_modify_mode to 'sequential';",
    'set local citus.enable_unsafe_triggers to on;',
    ...placed('reference').map(({ name }) => `select create_reference_table('public.${name}');`),
    ...distributed.map(({ name }, place) => {
      const beside = place === 0 ? 'none' : `public.${distributed[0]?.name ?? ''}`;
      return `select create_distributed_table('public.${name}', '${column}', colocate_with => '${beside}');`;
    }),
    'commit;',
    '-- Stay on the coordinator:',
    ...placed('local').map(({ name }) => `--   ${name}: ${exceptions[name]?.reason ?? ''}`),
    '-- Triggers that now run on the machine of the row:',
    ...distributed
      .filter(({ triggers }) => triggers.length > 0)
      .map(({ name, triggers }) => `--   ${name}: ${triggers.join(', ')}`),
    '',
  ].join('\n');
}

/** Citus refuses a foreign key to a table that is not distributed yet. */
function referredFirst(tables: readonly Table[]): readonly Table[] {
  const placed = new Set<Table>();
  const place = (table: Table, above: readonly Table[]): void => {
    if (placed.has(table) || above.includes(table)) return;
    for (const { table: name } of table.references)
      for (const other of tables) if (other.name === name) place(other, [...above, table]);
    placed.add(table);
  };
  for (const table of tables) place(table, []);
  return [...placed];
}
