import type { QueryRunner } from 'typeorm';
import { tenantTable } from '../database/tenant-table.js';

/** Lists the organizations by id and nothing else, for work that goes through all of them one by one. */
export const directoryTables = ['known_organization'] as const;

/**
 * For a migration of a service that keeps a copy of the directory and has the table `company` already: organizations,
 * companies, memberships and roles, as Common tells them. Common's own tables have the same names and columns, with
 * `version` in the place of `revision`, so that the same questions can be asked of both.
 */
export async function createDirectoryTables(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    create table organization (
      organization_id uuid not null,
      id uuid not null,
      revision integer not null default 1,
      name text not null,
      state text not null,
      plan text not null,
      primary key (organization_id, id)
    );
    alter table company alter column revision set default 1, add column kind text, add column legal_name text, add column pan text, add column tan text,
      add column gstins jsonb, add column number_series jsonb;
    create table membership (
      organization_id uuid not null,
      id uuid not null,
      revision integer not null default 1,
      person_id uuid not null,
      is_active boolean not null,
      grants jsonb not null,
      primary key (organization_id, id),
      constraint membership_per_person_key unique (organization_id, person_id)
    );
    create table role (
      organization_id uuid not null,
      id uuid not null,
      revision integer not null default 1,
      name text not null,
      patterns jsonb not null,
      is_active boolean not null,
      primary key (organization_id, id)
    );`);
  for (const table of ['organization', 'membership', 'role']) await tenantTable(queryRunner, table);
  await createKnownOrganizations(queryRunner);
}

/** Filled by the database itself, in the owner of the organizations as in every copy. */
export async function createKnownOrganizations(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    create table known_organization (id uuid primary key);
    create function know_organization() returns trigger language plpgsql as $$
    begin
      insert into known_organization (id) values (new.organization_id) on conflict do nothing;
      return null;
    end $$;
    create trigger know_organization after insert on organization
      for each row execute function know_organization()`);
}

/** For a later migration of Common and of every copy: whom other issuers name, of each member; null for most. */
export async function addIdentitiesOfMembers(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query('alter table membership add column identities jsonb');
}

/** For a later migration of every copy: in which language a company speaks to its customers; null where it said none. */
export async function addLanguageOfCompanies(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query('alter table company add column language text');
}
