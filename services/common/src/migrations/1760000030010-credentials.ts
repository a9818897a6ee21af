import { closedTable } from '@dhanman/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Credentials1760000030010 implements MigrationInterface {
  readonly name = 'Credentials1760000030010';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(tables);
    for (const table of ['sign_in_attempts', 'person_totp', 'recovery_code', 'mail_link', 'kept_mail'])
      await closedTable(queryRunner, table);
    for (const table of ['oidc_record', 'sign_in_session', 'signing_key', 'oidc_client'])
      await closedTable(queryRunner, table);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

// Of a secret only what is needed stands here: passwords, links, tokens and codes as hashes, what must be readable
// again encrypted with a key that the database does not know.
const tables = `
  create table sign_in_attempts (
    account text not null,
    network text not null,
    level double precision not null,
    counted_at timestamptz not null,
    locked_until timestamptz,
    primary key (account, network)
  );
  create index sign_in_attempts_old on sign_in_attempts (counted_at);
  create table person_totp (
    person_id uuid primary key references person (id),
    secret text not null,
    last_step bigint not null default 0,
    confirmed_at timestamptz,
    created_at timestamptz not null default now()
  );
  create table recovery_code (
    person_id uuid not null references person_totp (person_id),
    hash text not null,
    used_at timestamptz,
    primary key (person_id, hash)
  );
  create table mail_link (
    id uuid primary key,
    person_id uuid not null references person (id),
    purpose text not null constraint mail_link_purpose
      check (purpose in ('verify-address', 'invitation', 'reset-password')),
    hash text not null constraint mail_link_hash_key unique,
    expires_at timestamptz not null,
    used_at timestamptz,
    created_at timestamptz not null default now()
  );
  create index mail_link_person on mail_link (person_id, purpose);
  create index mail_link_expiry on mail_link (expires_at);
  create table kept_mail (
    id text primary key,
    recipient text not null,
    subject text not null,
    text text not null,
    sent_at timestamptz not null default clock_timestamp()
  );
  create table oidc_record (
    model text not null,
    key text not null,
    payload jsonb not null,
    account_id uuid,
    grant_id text,
    uid text,
    session_uid text,
    consumed_at timestamptz,
    expires_at timestamptz,
    primary key (model, key)
  );
  create index oidc_record_account on oidc_record (account_id);
  create index oidc_record_grant on oidc_record (grant_id);
  create index oidc_record_uid on oidc_record (uid);
  create index oidc_record_expiry on oidc_record (expires_at);
  create table sign_in_session (
    uid text primary key,
    person_id uuid not null references person (id),
    user_agent text not null,
    network text not null,
    organization uuid,
    signed_in_at timestamptz not null default now(),
    last_used_at timestamptz not null default now()
  );
  create index sign_in_session_person on sign_in_session (person_id);
  create table signing_key (
    kid text primary key,
    private_key text not null,
    public_key jsonb not null,
    signs_from timestamptz not null,
    created_at timestamptz not null default now()
  );
  create table oidc_client (
    id text primary key,
    organization uuid not null,
    name text not null,
    secret_hash text not null,
    created_at timestamptz not null default now(),
    ended_at timestamptz
  );
  create index oidc_client_organization on oidc_client (organization);`;
