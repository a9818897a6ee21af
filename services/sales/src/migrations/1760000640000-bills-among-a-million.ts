import type { MigrationInterface, QueryRunner } from 'typeorm';

const number = `(case when number is null then '' else number end)`;
const open = `state in ('issued', 'posted') and settled < total`;

/**
 * Every order and filter of the list of bills has an index that serves it, also among what is open: in an order in which
 * the open ones come last, fifty of them would be found after a million others. The total is there in minor units since
 * row policies let an index compare whole numbers, and not `numeric`. Adding it writes the table anew once: a minute of
 * lock for a million bills.
 */
export class BillsAmongAMillion1760000640000 implements MigrationInterface {
  readonly name = 'BillsAmongAMillion1760000640000';

  // Narrows invoice_open_in_company: invoice_open_by_date begins like it and serves whoever asks for it.
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table invoice add column total_minor bigint generated always as ((total * 100)::bigint) stored;
      create index invoice_by_number on invoice
        (organization_id, company_id, (${number} collate "C"), id);
      create index invoice_by_total on invoice (organization_id, company_id, total_minor, id);
      create index invoice_by_due_day on invoice (organization_id, company_id, (coalesce(due_on, dated_on + 30)), id);
      create index invoice_under_way on invoice (organization_id, company_id, state, dated_on, id)
        where state <> 'posted';
      create index invoice_open_by_date on invoice (organization_id, company_id, dated_on, id) where ${open};
      create index invoice_open_by_number on invoice
        (organization_id, company_id, (${number} collate "C"), id) where ${open};
      create index invoice_open_by_total on invoice (organization_id, company_id, total_minor, id) where ${open};
      create index invoice_written_off on invoice (organization_id, company_id, dated_on, id) where written_off > 0;
      drop index invoice_open_in_company`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
