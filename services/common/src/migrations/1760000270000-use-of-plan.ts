import { countForPlan, createPlanUse } from '@dhanman/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The bytes of attached files are counted for the plan; a file that was removed takes no place. */
export class UseOfPlan1760000270000 implements MigrationInterface {
  readonly name = 'UseOfPlan1760000270000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await createPlanUse(queryRunner);
    const amount = (row: string): string =>
      `case when ${row}.removed_by is null then ${row}.bytes else 0 end`;
    await countForPlan(queryRunner, { table: 'journal_attachment', counted: 'bytes', amount });
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
