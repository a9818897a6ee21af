import type { Id } from '@dhanman/kernel';
import type { EntityManager } from 'typeorm';

/** One of a person, all in an organization they leave, or all there are, as with a new password. They never come back. */
export async function endPersonalTokens(
  tx: EntityManager,
  { personId, organizationId, id }: { readonly personId: Id; readonly organizationId?: Id; readonly id?: Id },
): Promise<readonly Id[]> {
  const [rows] = await tx.query<[{ id: Id }[], number]>(
    `update personal_token_home set ended_at = now()
     where person_id = $1 and ended_at is null
       and ($2::uuid is null or organization = $2) and ($3::uuid is null or id = $3)
     returning id`,
    [personId, organizationId ?? null, id ?? null],
  );
  return rows.map((row) => row.id);
}
