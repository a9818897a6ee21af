import { addIdentitiesOfMembers } from '@dhanman/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class IdentitiesOfMembers1760000240000 implements MigrationInterface {
  readonly name = 'IdentitiesOfMembers1760000240000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await addIdentitiesOfMembers(queryRunner);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
