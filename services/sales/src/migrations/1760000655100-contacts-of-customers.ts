import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ContactsOfCustomers1760000655100 implements MigrationInterface {
  readonly name = 'ContactsOfCustomers1760000655100';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`alter table customer add column contacts jsonb not null default '[]'`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
