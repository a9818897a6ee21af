import { createMessageTables } from '@dhanman/messaging';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Messages1760000010000 implements MigrationInterface {
  readonly name = 'Messages1760000010000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await createMessageTables(queryRunner);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
