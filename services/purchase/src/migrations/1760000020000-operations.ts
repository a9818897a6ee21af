import { addOperations } from '@dhanman/operations';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Operations1760000020000 implements MigrationInterface {
  readonly name = 'Operations1760000020000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await addOperations(queryRunner);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
