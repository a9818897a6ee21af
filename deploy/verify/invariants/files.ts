// I13: whoever asks for a file that a row names gets it. Features that keep files are listed here, and a rule of the tests
// finds those that are not.
import type { ServiceName } from '../../topology.ts';
import type { Finding, Invariant, Offender, World } from '../invariant.ts';

interface Keeper {
  readonly service: ServiceName;
  readonly table: string;
  /** Each row gives one file: `organization`, `id`, `file`, `keptAt`. */
  readonly sql: string;
}

/** Keyed by the folder of the feature. */
export const keepers: Readonly<Record<string, Keeper>> = {
  'common/src/journal-attachments': {
    ...{ service: 'common', table: 'journal_attachment' },
    // The bytes of a removed one go with it, unless another has the same.
    sql: `
      select organization_id as organization, id, kept_as as file, created_at as "keptAt"
      from journal_attachment where removed_by is null`,
  },
  'sales/src/papers': {
    ...{ service: 'sales', table: 'invoice_paper' },
    sql: `
      select organization_id as organization, id, file ->> 'name' as file, updated_at as "keptAt"
      from invoice_paper, jsonb_array_elements(files) as file where jsonb_typeof(files) = 'array'`,
  },
};

export const files: readonly Invariant[] = Object.values(keepers).map((keeper) => ({
  ...{ id: 'I13', says: `files of ${keeper.table} are kept`, needsFiles: true },
  needs: { [keeper.service]: [keeper.table] },
  check: (world) => check(world, keeper),
}));

async function check(world: World, { service, table, sql }: Keeper): Promise<Finding> {
  // Rows first: a file is there before its row.
  const rows = await world.query<{ organization: string; file: string } & Offender>(
    service,
    `select organization, id, file from (${sql}) as named
     where "keptAt" < now() - make_interval(secs => $1) order by organization, id`,
    [world.graceSeconds],
  );
  const kept = (await world.keptFiles?.()) ?? new Set<string>();
  const missing = rows.filter(({ organization, file }) => !kept.has(`${organization}/${file}`));
  return { counted: rows.length, offenders: missing.map((row) => ({ service, table, ...row })) };
}
