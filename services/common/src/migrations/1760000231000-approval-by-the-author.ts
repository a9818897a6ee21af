import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether the only person who may approve journals may approve their own. */
export class ApprovalByTheAuthor1760000231000 implements MigrationInterface {
  readonly name = 'ApprovalByTheAuthor1760000231000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'alter table company add column author_may_approve boolean not null default false',
    );
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
