import { tenantTable } from '@dhanman/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Companies1760000011000 implements MigrationInterface {
  readonly name = 'Companies1760000011000';

  /** A copy: Common has checked it, and its revision is the order of its changes. */
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table company (
        organization_id uuid not null,
        id uuid not null,
        revision integer not null,
        name text not null,
        currency text not null,
        time_zone text not null,
        financial_year_start_month smallint not null,
        is_active boolean not null,
        primary key (organization_id, id)
      )`);
    await tenantTable(queryRunner, 'company');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
