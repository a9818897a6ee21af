import type { MigrationInterface, QueryRunner } from 'typeorm';

// Narrows customer: the version before never writes the new column, and only the new column is bound.
export class CreditLimits1760000655000 implements MigrationInterface {
  readonly name = 'CreditLimits1760000655000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table customer add column credit_limit numeric(18, 2),
        add constraint customer_credit_limit check (credit_limit >= 0);
      create index credit_left_of_customer on credit (organization_id, customer_id) where used < amount;
      create index invoice_refused_of_customer on invoice (organization_id, customer_id) where state = 'rejected'`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
