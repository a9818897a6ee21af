import { closedTable, tenantTable } from '@dhanman/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Webhooks1760000080000 implements MigrationInterface {
  readonly name = 'Webhooks1760000080000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(tables);
    for (const table of ['webhook', 'webhook_delivery', 'webhook_attempt'])
      await tenantTable(queryRunner, table);
    await closedTable(queryRunner, 'webhook');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const tables = `
  create table webhook (
    organization_id uuid not null,
    id uuid not null,
    url text not null,
    description text not null,
    events jsonb not null,
    is_active boolean not null,
    is_removed boolean not null,
    disabled_because text,
    secret text not null,
    previous_secret text,
    previous_secret_valid_until timestamptz,
    created_by text not null,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    primary key (organization_id, id)
  );
  create table webhook_delivery (
    organization_id uuid not null,
    id uuid not null,
    webhook_id uuid not null,
    event_id uuid not null,
    type text not null,
    body text not null,
    state text not null constraint webhook_delivery_state check (state in ('waiting', 'delivered', 'failed')),
    tries integer not null default 0,
    next_try_at timestamptz,
    delivered_at timestamptz,
    created_at timestamptz not null,
    primary key (organization_id, id),
    foreign key (organization_id, webhook_id) references webhook,
    -- An event that is heard twice is one delivery, whose id receivers know again.
    unique (organization_id, webhook_id, event_id)
  );
  create index webhook_delivery_by_time on webhook_delivery (organization_id, webhook_id, created_at desc, id desc);
  create index webhook_delivery_by_age on webhook_delivery (organization_id, created_at);
  create table webhook_attempt (
    organization_id uuid not null,
    id uuid not null,
    delivery_id uuid not null,
    at timestamptz not null,
    duration_ms integer not null,
    status integer,
    response text,
    error text,
    primary key (organization_id, id),
    foreign key (organization_id, delivery_id) references webhook_delivery on delete cascade
  );
  create index webhook_attempt_of_delivery on webhook_attempt (organization_id, delivery_id, id);`;
