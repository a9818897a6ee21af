import { closedTable, tenantTable } from '@dhanman/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ApiKeys1760000040000 implements MigrationInterface {
  readonly name = 'ApiKeys1760000040000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(tables);
    await tenantTable(queryRunner, 'api_key');
    await closedTable(queryRunner, 'api_key');
    await closedTable(queryRunner, 'api_key_home');
    await queryRunner.query(home);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

// Programs used to be kept by the issuer alone, without a way for an organization to make one.
const tables = `
  drop table oidc_client;
  create table api_key (
    organization_id uuid not null,
    id uuid not null,
    name text not null constraint api_key_name_length check (length(name) between 1 and 60),
    secret_hash text not null,
    ending text not null,
    previous_hash text,
    previous_ending text,
    previous_valid_until timestamptz,
    created_by text not null,
    expires_at timestamptz not null,
    revoked_at timestamptz,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    primary key (organization_id, id)
  );
  create unique index api_key_name_key on api_key (organization_id, lower(name)) where revoked_at is null;
  create table api_key_home (
    id uuid primary key,
    organization uuid not null,
    last_used_at timestamptz
  );`;

// Of no tenant: whoever shows a key at the door has not said yet for which organization. It opens nothing.
const home = `
  create function house_api_key() returns trigger language plpgsql as $$
  begin
    insert into api_key_home (id, organization) values (new.id, new.organization_id);
    return null;
  end $$;
  create trigger house_api_key after insert on api_key for each row execute function house_api_key();`;
