import type { DirectoryChecksum } from '@dhanman/contracts';
import type { EntityManager } from 'typeorm';
import type { Scope } from '../database/scope.js';
import { copiedFields, type CopyTable, columnOf, copyTables } from './copies.js';

/**
 * Count and hash of what this service knows of one organization. The owner and every copy compute it over the same
 * columns, so two that differ have drifted apart, or one of them has not heard the latest yet.
 */
export async function directoryChecksums(
  tx: EntityManager,
  { organizationId }: Scope,
): Promise<DirectoryChecksum[]> {
  const number = await numberColumn(tx);
  const sums: DirectoryChecksum[] = [];
  for (const table of copyTables) {
    const [sum] = await tx.query<{ count: number; hash: string }[]>(checksum(table, number), [
      organizationId,
    ]);
    sums.push({ table, count: sum?.count ?? 0, hash: sum?.hash ?? '' });
  }
  return sums;
}

type NumberColumn = 'version' | 'revision';

/** What the owner calls the version of its row is the revision of a copy. */
export async function numberColumn(tx: EntityManager): Promise<NumberColumn> {
  const [owned] = await tx.query<{ isOwner: boolean }[]>(`
    select exists (select from pg_attribute where attrelid = 'organization'::regclass and attname = 'version')
      as "isOwner"`);
  return owned?.isOwner ? 'version' : 'revision';
}

/** Text of each column rather than of the row, because the order of columns differs between owner and copy. */
export function rowHash(table: CopyTable, number: NumberColumn): string {
  const names = ['organization_id', 'id', number, ...copiedFields[table].map(columnOf)];
  return `md5(array[${names.map((name) => `${name}::text`).join(', ')}]::text)`;
}

const checksum = (table: CopyTable, number: NumberColumn): string => `
    select count(*)::integer as count, coalesce(md5(string_agg(${rowHash(table, number)}, '' order by id)), '') as hash
    from ${table} where organization_id = $1`;
