import { addLanguageOfCompanies } from '@dhanman/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A reminder plan may leave the language to the company. */
export class LanguageOfCompanies1760000610000 implements MigrationInterface {
  readonly name = 'LanguageOfCompanies1760000610000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await addLanguageOfCompanies(queryRunner);
    await queryRunner.query(
      'alter table reminder_plan alter column language drop not null, alter column language set default null',
    );
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
