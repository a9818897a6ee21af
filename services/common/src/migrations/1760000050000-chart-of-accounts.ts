import { appendOnlyTable, tenantTable } from '@dhanman/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ChartOfAccounts1760000050000 implements MigrationInterface {
  readonly name = 'ChartOfAccounts1760000050000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(tables);
    for (const name of ['account', 'account_history', 'bank_account']) await tenantTable(queryRunner, name);
    await appendOnlyTable(queryRunner, 'account_history');
    await queryRunner.query(history);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const tables = `
  create table account (
    organization_id uuid not null,
    id uuid not null,
    parent_id uuid,
    code text not null constraint account_code_digits check (code ~ '^[0-9]{3,10}$'),
    name text not null constraint account_name_length check (length(name) between 1 and 200),
    class text not null constraint account_class
      check (class in ('asset', 'liability', 'equity', 'revenue', 'expense')),
    normal_side text not null constraint account_normal_side check (normal_side in ('debit', 'credit')),
    role text,
    party_kind text not null default 'none' constraint account_party_kind
      check (party_kind in ('none', 'customer', 'vendor', 'employee')),
    cash_flow text not null default 'operating' constraint account_cash_flow
      check (cash_flow in ('cash', 'operating', 'investing', 'financing')),
    is_postable boolean not null,
    is_active boolean not null default true,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    primary key (organization_id, id),
    foreign key (organization_id, parent_id) references account (organization_id, id),
    constraint account_code_key unique (organization_id, code),
    constraint account_role_key unique (organization_id, role),
    constraint account_not_its_own_parent check (parent_id <> id)
  );
  create index account_by_parent on account (organization_id, parent_id);
  create table account_history (
    organization_id uuid not null,
    account_id uuid not null,
    version integer not null,
    recorded_at timestamptz not null,
    parent_id uuid,
    code text not null,
    name text not null,
    class text not null,
    normal_side text not null,
    role text,
    party_kind text not null,
    cash_flow text not null,
    is_postable boolean not null,
    is_active boolean not null,
    primary key (organization_id, account_id, version),
    foreign key (organization_id, account_id) references account (organization_id, id)
  );
  create table bank_account (
    organization_id uuid not null,
    id uuid not null,
    company_id uuid not null,
    account_id uuid not null,
    kind text not null constraint bank_account_kind check (kind in ('bank', 'cash')),
    holder text,
    bank_name text,
    branch_name text,
    ifsc text,
    account_number text,
    upi_id text,
    is_default boolean not null default false,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    primary key (organization_id, id),
    foreign key (organization_id, company_id) references company (organization_id, id),
    foreign key (organization_id, account_id) references account (organization_id, id),
    constraint bank_account_of_account_key unique (organization_id, account_id)
  );
  create unique index bank_account_default_key on bank_account (organization_id, company_id, kind) where is_default;`;

// A report as it was known on a past day prints the names and the tree of that day.
const history = `
  create function remember_account() returns trigger language plpgsql as $$
  begin
    insert into account_history (organization_id, account_id, version, recorded_at, parent_id, code, name, class,
      normal_side, role, party_kind, cash_flow, is_postable, is_active)
    select organization_id, id, version, clock_timestamp(), parent_id, code, name, class,
      normal_side, role, party_kind, cash_flow, is_postable, is_active from changed;
    return null;
  end $$;
  create trigger remember_new after insert on account referencing new table as changed
    for each statement execute function remember_account();
  create trigger remember_changed after update on account referencing new table as changed
    for each statement execute function remember_account();`;
