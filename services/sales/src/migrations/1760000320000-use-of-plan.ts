import { countForPlan, createPlanUse } from '@dhanman/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Products in use are counted for the plan; one that is no longer sold takes no place. */
export class UseOfPlan1760000320000 implements MigrationInterface {
  readonly name = 'UseOfPlan1760000320000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await createPlanUse(queryRunner);
    const amount = (row: string): string => `case when ${row}.is_active then 1 else 0 end`;
    await countForPlan(queryRunner, { table: 'product', counted: 'products', amount });
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
