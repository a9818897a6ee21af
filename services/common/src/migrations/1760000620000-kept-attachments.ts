import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Before the bytes of a removed attachment go, somebody asks whether another has the same. */
export class KeptAttachments1760000620000 implements MigrationInterface {
  readonly name = 'KeptAttachments1760000620000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `create index journal_attachment_kept on journal_attachment (organization_id, kept_as)
         where removed_by is null`,
    );
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
