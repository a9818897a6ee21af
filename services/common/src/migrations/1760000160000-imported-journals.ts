import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A voucher of a spreadsheet becomes one draft, however often the sheet is imported. */
export class ImportedJournals1760000160000 implements MigrationInterface {
  readonly name = 'ImportedJournals1760000160000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table manual_journal
        add column voucher text,
        add column voucher_year text,
        add constraint manual_journal_voucher_of_year check ((voucher is null) = (voucher_year is null));
      create unique index manual_journal_once_per_voucher
        on manual_journal (organization_id, company_id, voucher_year, voucher) where state <> 'discarded'`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
