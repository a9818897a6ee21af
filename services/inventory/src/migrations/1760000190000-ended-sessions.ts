import { createEndedSessions } from '@dhanman/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class EndedSessions1760000190000 implements MigrationInterface {
  readonly name = 'EndedSessions1760000190000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await createEndedSessions(queryRunner);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
