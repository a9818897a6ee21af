import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A report as known at a moment asks for what was recorded on one day. Entries are stored in that order, so that an index
 * of block ranges finds them, and costs a posting nothing that can be measured.
 */
export class JournalByTime1760000060000 implements MigrationInterface {
  readonly name = 'JournalByTime1760000060000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create index journal_entry_by_time on journal_entry using brin (posted_at)
      with (pages_per_range = 32, autosummarize = on)`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
