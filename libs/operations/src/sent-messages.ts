import type { EntityManager } from 'typeorm';

/**
 * Owes again what was sent since a moment: after a restore, when broker or receivers may have forgotten it. Whoever still
 * remembers a message lets it pass. How many there are.
 */
export async function replaySent(tx: EntityManager, since: Date): Promise<number> {
  const [row] = await tx.query<{ count: number }[]>(owedAgain, [since.toISOString()]);
  return row?.count ?? 0;
}

const owedAgain = `
  with sent as (
    delete from outbox_sent where created_at >= $1::timestamptz
    returning id, message_id, kind, contract, target, correlation_id, envelope, payload, created_at),
  owed as (
    insert into outbox (id, message_id, kind, contract, target, correlation_id, envelope, payload, created_at)
    select * from sent returning id)
  select count(*)::int as count from owed`;
