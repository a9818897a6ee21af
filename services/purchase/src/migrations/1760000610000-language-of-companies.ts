import { addLanguageOfCompanies } from '@dhanman/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class LanguageOfCompanies1760000610000 implements MigrationInterface {
  readonly name = 'LanguageOfCompanies1760000610000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await addLanguageOfCompanies(queryRunner);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
