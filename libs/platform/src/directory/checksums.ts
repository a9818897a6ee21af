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
  const [owned] = await tx.query<{ isOwner: boolean }[]>(`
    select exists (select from pg_attribute where attrelid = 'organization'::regclass and attname = 'version')
      as "isOwner"`);
  const number = owned?.isOwner ? 'version' : 'revision';
  const sums: DirectoryChecksum[] = [];
  for (const table of copyTables) {
    const [sum] = await tx.query<{ count: number; hash: string }[]>(checksum(table, number), [
      organizationId,
    ]);
    sums.push({ table, count: sum?.count ?? 0, hash: sum?.hash ?? '' });
  }
  return sums;
}

// Text of each column rather than of the row, because the order of columns differs between owner and copy.
const checksum = (table: CopyTable, number: string): string => {
  const columns = ['id', number, ...copiedFields[table].map(columnOf)].map((name) => `${name}::text`);
  return `
    select count(*)::integer as count,
      coalesce(md5(string_agg(md5(array[${columns.join(', ')}]::text), '' order by id)), '') as hash
    from ${table} where organization_id = $1`;
};
