import { createKnownOrganizations, tenantTable } from '@dhanman/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Organizations1760000031000 implements MigrationInterface {
  readonly name = 'Organizations1760000031000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(tables);
    for (const table of ['organization', 'membership', 'role', 'invitation', 'branch'])
      await tenantTable(queryRunner, table);
    await createKnownOrganizations(queryRunner);
    await queryRunner.query(ofThePerson);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

// Columns that other services keep copies of have the same names there, so that checksums can be compared.
const tables = `
  create table organization (
    organization_id uuid not null,
    id uuid not null,
    name text not null constraint organization_name_length check (length(name) between 1 and 200),
    state text not null constraint organization_state check (state in ('active', 'suspended', 'closed')),
    plan text not null,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    primary key (organization_id, id),
    constraint organization_is_its_own_tenant check (id = organization_id)
  );
  alter table company
    add column kind text not null default 'business' constraint company_kind check (kind in ('business', 'society')),
    add column legal_name text,
    add column pan text,
    add column tan text,
    add column gstins jsonb not null default '[]',
    add column number_series jsonb not null default '{}',
    add column preferences jsonb not null default '{}';
  create table branch (
    organization_id uuid not null,
    id uuid not null,
    company_id uuid not null,
    name text not null constraint branch_name_length check (length(name) between 1 and 200),
    code text not null,
    state_code text,
    gstin text,
    is_active boolean not null,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    primary key (organization_id, id),
    foreign key (organization_id, company_id) references company (organization_id, id),
    constraint branch_code_per_company_key unique (organization_id, company_id, code)
  );
  create index branch_by_name on branch (organization_id, company_id, lower(name), id);
  create table membership (
    organization_id uuid not null,
    id uuid not null,
    person_id uuid not null,
    is_active boolean not null,
    grants jsonb not null,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    primary key (organization_id, id),
    constraint membership_per_person_key unique (organization_id, person_id)
  );
  create index membership_by_person on membership (person_id);
  create table role (
    organization_id uuid not null,
    id uuid not null,
    name text not null constraint role_name_length check (length(name) between 1 and 60),
    patterns jsonb not null,
    is_active boolean not null,
    version integer not null default 1,
    updated_at timestamptz not null default now(),
    primary key (organization_id, id)
  );
  create unique index role_name_key on role (organization_id, lower(name)) where is_active;
  create table invitation (
    organization_id uuid not null,
    id uuid not null,
    email text not null,
    grants jsonb not null,
    state text not null constraint invitation_state check (state in ('open', 'accepted', 'withdrawn')),
    secret_hash text not null,
    invited_by text not null,
    expires_at timestamptz not null,
    version integer not null default 1,
    updated_at timestamptz not null default now(),
    primary key (organization_id, id)
  );
  create index invitation_by_email on invitation (organization_id, lower(email), id);`;

// Whoever signs in may see in which organizations they are, and no more of those than the name: for the switcher.
const ofThePerson = `
  create policy own_memberships on membership for select
    using (person_id = nullif(current_setting('app.person_id', true), '')::uuid);
  create policy own_organizations on organization for select
    using (exists (select from membership where membership.organization_id = organization.organization_id
      and membership.person_id = nullif(current_setting('app.person_id', true), '')::uuid));`;
