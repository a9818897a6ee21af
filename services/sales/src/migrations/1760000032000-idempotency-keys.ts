import { createIdempotencyTable } from '@dhanman/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class IdempotencyKeys1760000032000 implements MigrationInterface {
  readonly name = 'IdempotencyKeys1760000032000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await createIdempotencyTable(queryRunner);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
