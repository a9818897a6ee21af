import { createScheduleTables } from '@dhanman/schedules';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Schedules1760000233000 implements MigrationInterface {
  readonly name = 'Schedules1760000233000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await createScheduleTables(queryRunner);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
