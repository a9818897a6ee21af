import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PlacesOfWebhooks1760000170000 implements MigrationInterface {
  readonly name = 'PlacesOfWebhooks1760000170000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(places);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const places = `
  alter table webhook_delivery
    add column sending_until timestamptz,
    add column in_line_since timestamptz;
  create index webhook_delivery_being_sent on webhook_delivery (organization_id, webhook_id, sending_until)
    where sending_until is not null;
  create index webhook_delivery_in_line on webhook_delivery (organization_id, webhook_id, in_line_since, id)
    where in_line_since is not null;`;
