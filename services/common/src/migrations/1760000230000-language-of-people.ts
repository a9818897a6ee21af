import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The language of the mails somebody gets. Whoever was there before got them in English. */
export class LanguageOfPeople1760000230000 implements MigrationInterface {
  readonly name = 'LanguageOfPeople1760000230000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table person add column language text not null default 'en'
        constraint person_language_check check (language in ('en', 'hi'))`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
