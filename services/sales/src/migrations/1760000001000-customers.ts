import { tenantTable } from '@dhanman/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Customers1760000001000 implements MigrationInterface {
  readonly name = 'Customers1760000001000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table customer (
        organization_id uuid not null,
        id uuid not null,
        company_id uuid not null,
        name text not null constraint customer_name_length check (length(name) between 1 and 200),
        code text,
        email text,
        phone text,
        gstin text,
        state_code text,
        version integer not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        primary key (organization_id, id),
        constraint customer_code_per_company_key unique (organization_id, company_id, code)
      )`);
    // One index per way a list can be sorted; the id makes the order total, which a cursor needs.
    await queryRunner.query(
      'create index customer_by_name on customer (organization_id, company_id, lower(name), id)',
    );
    await queryRunner.query(
      'create index customer_by_creation on customer (organization_id, company_id, created_at, id)',
    );
    await tenantTable(queryRunner, 'customer');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
