import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whom one calls first is asked often; the open bills are few among all. */
export class OpenBillsByDueDay1760000351000 implements MigrationInterface {
  readonly name = 'OpenBillsByDueDay1760000351000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create index invoice_open_by_due_day on invoice
        (organization_id, company_id, (coalesce(due_on, dated_on + 30)), id)
        where state in ('issued', 'posted') and settled < total`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
