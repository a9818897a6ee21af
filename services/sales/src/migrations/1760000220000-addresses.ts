import { tenantTable } from '@dhanman/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Addresses1760000220000 implements MigrationInterface {
  readonly name = 'Addresses1760000220000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table customer add column address text;
      create table paper_setting (
        organization_id uuid not null,
        id uuid not null,
        company_id uuid not null,
        address text,
        contact text,
        payment text,
        terms text,
        version integer not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        primary key (organization_id, id)
      )`);
    await tenantTable(queryRunner, 'paper_setting');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
