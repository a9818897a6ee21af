import type { MigrationInterface, QueryRunner } from 'typeorm';

export class FilesOfKeptMail1760000305010 implements MigrationInterface {
  readonly name = 'FilesOfKeptMail1760000305010';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`alter table kept_mail add column files jsonb not null default '[]'`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
