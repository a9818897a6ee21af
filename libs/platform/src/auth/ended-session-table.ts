import type { QueryRunner } from 'typeorm';
import { closedTable } from '../database/tenant-table.js';

/**
 * For a migration: where a service remembers whose tokens were taken back before their time. A session belongs to a
 * person and so to no tenant. Tokens live minutes, and no row longer than the token it is about.
 */
export async function createEndedSessions(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    create table ended_session (
      sid text primary key,
      before timestamptz not null,
      forget_at timestamptz not null
    );
    create function sweep_ended_sessions() returns void language sql as $$
      delete from ended_session where forget_at < now()
    $$`);
  await closedTable(queryRunner, 'ended_session');
}
