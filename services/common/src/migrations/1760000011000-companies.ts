import { tenantTable } from '@dhanman/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Companies1760000011000 implements MigrationInterface {
  readonly name = 'Companies1760000011000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table company (
        organization_id uuid not null,
        id uuid not null,
        name text not null constraint company_name_length check (length(name) between 1 and 200),
        currency text not null,
        time_zone text not null,
        financial_year_start_month smallint not null check (financial_year_start_month between 1 and 12),
        is_active boolean not null,
        version integer not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        primary key (organization_id, id)
      )`);
    await queryRunner.query('create index company_by_name on company (organization_id, lower(name), id)');
    await queryRunner.query('create index company_by_creation on company (organization_id, created_at, id)');
    await tenantTable(queryRunner, 'company');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
