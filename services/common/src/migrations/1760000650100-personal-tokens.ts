import { closedTable, tenantTable } from '@dhanman/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PersonalTokens1760000650100 implements MigrationInterface {
  readonly name = 'PersonalTokens1760000650100';

  /** As with API keys: whoever shows a token at the door has not said yet for which organization. */
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(tables);
    await tenantTable(queryRunner, 'personal_token');
    await closedTable(queryRunner, 'personal_token');
    await closedTable(queryRunner, 'personal_token_home');
    await queryRunner.query(home);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const tables = `
  create table personal_token (
    organization_id uuid not null,
    id uuid not null,
    person_id uuid not null,
    name text not null constraint personal_token_name_length check (length(name) between 1 and 60),
    secret_hash text not null,
    ending text not null,
    reads_only boolean not null,
    expires_at timestamptz not null,
    revoked_at timestamptz,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    primary key (organization_id, id),
    constraint personal_token_ends check (expires_at <= created_at + interval '366 days')
  );
  create index personal_token_person on personal_token (organization_id, person_id, id);
  create table personal_token_home (
    id uuid primary key,
    organization uuid not null,
    person_id uuid not null,
    ended_at timestamptz,
    last_used_at timestamptz
  );
  create index personal_token_home_person on personal_token_home (person_id) where ended_at is null;`;

const home = `
  create function house_personal_token() returns trigger language plpgsql as $$
  begin
    insert into personal_token_home (id, organization, person_id) values (new.id, new.organization_id, new.person_id);
    return null;
  end $$;
  create trigger house_personal_token after insert on personal_token
    for each row execute function house_personal_token();`;
