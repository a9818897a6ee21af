import type { QueryRunner } from 'typeorm';
import { tenantTable } from '../database/tenant-table.js';

/**
 * For a migration: where a service remembers which requests it has done. Rows are kept for seven days, far longer than
 * any client goes on trying; afterwards the unique keys of the business still stand.
 */
export async function createIdempotencyTable(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    create table idempotency_key (
      organization_id uuid not null,
      person text not null,
      route text not null,
      key text not null,
      step smallint not null,
      fingerprint bytea not null,
      result json,
      created_at timestamptz not null default now(),
      primary key (organization_id, person, route, key, step)
    ) with (fillfactor = 70);
    create index idempotency_key_by_age on idempotency_key (created_at)`);
  await tenantTable(queryRunner, 'idempotency_key');
  // No tenant's transaction may sweep the rows of all. The function runs as the owner, whom this policy shows nothing
  // but what is over.
  await queryRunner.query(`
    create policy swept on idempotency_key to current_user using (created_at < now() - interval '7 days');
    create function sweep_idempotency_keys() returns void
    language sql security definer set search_path = public, pg_temp as $$
      delete from idempotency_key where created_at < now() - interval '7 days'
    $$`);
}
