import type { MigrationInterface, QueryRunner } from 'typeorm';

export class MailedInvitations1760000041000 implements MigrationInterface {
  readonly name = 'MailedInvitations1760000041000';

  /** The text of a link is made from its id when the mail is written, so that it stands nowhere. */
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table invitation
        add column link_id uuid not null default gen_random_uuid(),
        add column times_sent integer not null default 1`);
    await queryRunner.query(`
      alter table invitation alter column link_id drop default, alter column times_sent drop default`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
