import type { QueryRunner } from 'typeorm';
import { appendOnlyTable, tenantTable } from '../database/tenant-table.js';

/**
 * For a migration: the trail of who did what to which record. Indian company law asks for an edit log that cannot be
 * switched off and that nobody can edit, so that nobody can: neither the application nor the owner of the tables.
 */
export async function createAuditTable(queryRunner: QueryRunner): Promise<void> {
  // The id carries the time, so that the primary key is the order in which things happened.
  await queryRunner.query(`
    create table audit (
      organization_id uuid not null,
      id uuid not null,
      company_id uuid,
      at timestamptz not null,
      action text not null constraint audit_action check (action in ('created', 'changed', 'read')),
      entity text not null,
      entity_id text not null,
      entity_version integer,
      changes json not null,
      actor text,
      acting_for text,
      address inet,
      request_id text,
      correlation_id text,
      primary key (organization_id, id)
    );
    create index audit_of_entity on audit (organization_id, entity_id, id);
    create index audit_of_actor on audit (organization_id, actor, id)`);
  await tenantTable(queryRunner, 'audit');
  await appendOnlyTable(queryRunner, 'audit');
}

/** For a migration: the trail also says by which personal token somebody did it. */
export async function nameTokensInTrail(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query('alter table audit add column by_token uuid');
}
