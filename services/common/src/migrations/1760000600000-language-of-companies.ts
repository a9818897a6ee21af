import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The language of the company beside its other preferences, under the name that the copies have, to be compared with them. */
export class LanguageOfCompanies1760000600000 implements MigrationInterface {
  readonly name = 'LanguageOfCompanies1760000600000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `alter table company add column language text generated always as (preferences ->> 'language') stored`,
    );
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
