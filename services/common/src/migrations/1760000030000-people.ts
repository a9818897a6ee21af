import { closedTable, sharedTable } from '@dhanman/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class People1760000030000 implements MigrationInterface {
  readonly name = 'People1760000030000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table person (
        id uuid primary key,
        email text not null constraint person_email_length check (length(email) between 3 and 254),
        name text not null constraint person_name_length check (length(name) between 1 and 200),
        status text not null constraint person_status check (status in ('invited', 'active', 'deactivated')),
        email_verified_at timestamptz,
        version integer not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        constraint person_active_is_verified check (status <> 'active' or email_verified_at is not null)
      )`);
    await queryRunner.query('create unique index person_email_key on person (lower(email))');
    await sharedTable(queryRunner, 'person');
    await queryRunner.query(`
      create table person_password (
        person_id uuid primary key references person (id),
        hash text not null,
        changed_at timestamptz not null default now()
      )`);
    await closedTable(queryRunner, 'person_password');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
