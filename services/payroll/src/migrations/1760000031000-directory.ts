import { createDirectoryTables } from '@dhanman/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Directory1760000031000 implements MigrationInterface {
  readonly name = 'Directory1760000031000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await createDirectoryTables(queryRunner);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
