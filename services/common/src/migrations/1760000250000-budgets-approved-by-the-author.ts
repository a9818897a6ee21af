import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The author of a budget may have approved it where the company allows it, and only if the row says so itself. */
export class BudgetsApprovedByTheAuthor1760000250000 implements MigrationInterface {
  readonly name = 'BudgetsApprovedByTheAuthor1760000250000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `alter table budget
         add column approved_by_author boolean not null default false,
         drop constraint budget_approved_by_another,
         add constraint budget_approved_by_author
           check (approved_by_author = coalesce(written_by ? approved_by, false))`,
    );
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
