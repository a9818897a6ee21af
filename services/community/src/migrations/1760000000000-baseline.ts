import { baseline } from '@dhanman/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Baseline1760000000000 implements MigrationInterface {
  readonly name = 'Baseline1760000000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await baseline(queryRunner);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
