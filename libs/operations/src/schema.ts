import type { QueryRunner } from 'typeorm';

/** For a migration: what the operations need in a service's database beside the tables of the message layer. */
export async function addOperations(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    create index dead_letter_organization
      on dead_letter ((envelope ->> 'organizationId'), state, died_at desc, id desc);
    alter table job add column retried_by text, add column retried_at timestamptz;
    create index job_failed on job (organization, touched_at desc, id desc) where state = 'failed'`);
}
