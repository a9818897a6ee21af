import type { MigrationInterface, QueryRunner } from 'typeorm';

// Narrows customer: the version before never writes the new column, and only the new column is bound.
export class TermsOfCustomers1760000379500 implements MigrationInterface {
  readonly name = 'TermsOfCustomers1760000379500';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table customer add column term_days smallint,
        add constraint customer_term_days check (term_days between 0 and 365)`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
