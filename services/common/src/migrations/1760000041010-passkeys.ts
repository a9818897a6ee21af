import { closedTable } from '@dhanman/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Passkeys1760000041010 implements MigrationInterface {
  readonly name = 'Passkeys1760000041010';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table passkey (
        id uuid primary key,
        person_id uuid not null references person (id),
        credential text not null constraint passkey_credential_key unique,
        public_key bytea not null,
        counter bigint not null,
        transports jsonb not null,
        name text not null constraint passkey_name_length check (length(name) between 1 and 60),
        created_at timestamptz not null default now(),
        last_used_at timestamptz
      );
      create index passkey_person on passkey (person_id);
      create table passkey_challenge (
        person_id uuid primary key references person (id),
        challenge text not null,
        expires_at timestamptz not null
      )`);
    for (const table of ['passkey', 'passkey_challenge']) await closedTable(queryRunner, table);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
