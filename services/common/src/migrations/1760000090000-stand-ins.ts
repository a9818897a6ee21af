import { tenantTable } from '@dhanman/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class StandIns1760000090000 implements MigrationInterface {
  readonly name = 'StandIns1760000090000';

  /** The session says which of them its next token is for; the issuer knows the session before the organization. */
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table stand_in (
        organization_id uuid not null,
        id uuid not null,
        person_id uuid not null,
        as_person_id uuid not null,
        session_id text not null,
        reason text not null,
        begun_at timestamptz not null,
        ends_at timestamptz not null,
        ended_at timestamptz,
        version integer not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        primary key (organization_id, id),
        constraint stand_in_is_of_two check (person_id <> as_person_id),
        constraint stand_in_is_short check (ends_at <= begun_at + interval '1 hour')
      )`);
    await tenantTable(queryRunner, 'stand_in');
    await queryRunner.query('alter table sign_in_session add column stand_in uuid');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
