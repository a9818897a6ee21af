import type { MigrationInterface, QueryRunner } from 'typeorm';

export class OpenItems1760000190000 implements MigrationInterface {
  readonly name = 'OpenItems1760000190000';

  /** What is open is found among all that was ever billed and paid without reading what is settled. */
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create index invoice_open_in_company on invoice (organization_id, company_id, dated_on)
        where state in ('issued', 'posted') and settled < total;
      create index invoice_refused on invoice (organization_id, company_id) where state = 'rejected';
      create index credit_left on credit (organization_id, company_id, dated_on) where used < amount;
      create index allocation_by_day on allocation (organization_id, company_id, dated_on);
      create index allocation_by_release on allocation (organization_id, company_id, released_on)
        where released_on is not null`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
