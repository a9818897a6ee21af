import type { MigrationInterface, QueryRunner } from 'typeorm';

export class UpiOnPapers1760000305000 implements MigrationInterface {
  readonly name = 'UpiOnPapers1760000305000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('alter table paper_setting add column upi_id text');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
