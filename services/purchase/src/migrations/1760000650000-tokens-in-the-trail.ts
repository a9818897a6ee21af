import { nameTokensInTrail } from '@dhanman/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class TokensInTheTrail1760000650000 implements MigrationInterface {
  readonly name = 'TokensInTheTrail1760000650000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await nameTokensInTrail(queryRunner);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
