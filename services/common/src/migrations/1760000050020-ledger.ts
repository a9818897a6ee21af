import { tenantTable } from '@dhanman/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Ledger1760000050020 implements MigrationInterface {
  readonly name = 'Ledger1760000050020';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(journal);
    await queryRunner.query(heads);
    await queryRunner.query(balances);
    for (const name of tenantTables) await tenantTable(queryRunner, name);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const tenantTables = [
  ...['journal_reversal', 'posting_refusal', 'ledger_head', 'ledger_head_day'],
  ...['account_day', 'account_month', 'party_day'],
];

const journal = `
  alter table journal_entry
    add column number text,
    add column sequence bigint,
    add column financial_year text,
    add column kind text not null default 'ordinary' constraint journal_entry_kind
      check (kind in ('ordinary', 'opening', 'closing', 'reversal')),
    add column posted_by text,
    add column request_hash bytea,
    add column previous_hash bytea,
    add column hash bytea,
    add constraint journal_entry_sequence_key unique (organization_id, company_id, sequence),
    add constraint journal_entry_number_key unique (organization_id, company_id, number);
  create index journal_entry_by_day on journal_entry (organization_id, company_id, entered_on, sequence);
  alter table journal_line
    add column account_id uuid,
    add column entered_on date,
    add column sequence bigint,
    add column party_kind text constraint journal_line_party_kind
      check (party_kind in ('customer', 'vendor', 'employee')),
    add column party_id uuid,
    add column branch_id uuid,
    add column cost_centre text,
    add column rule text,
    add column inputs json,
    add foreign key (organization_id, account_id) references account (organization_id, id),
    add constraint journal_line_party_whole check ((party_kind is null) = (party_id is null));
  create index journal_line_of_account on journal_line (organization_id, company_id, account_id, entered_on, sequence);
  create index journal_line_of_party on journal_line (organization_id, company_id, party_id, entered_on, sequence)
    where party_id is not null;
  create table journal_reversal (
    organization_id uuid not null,
    company_id uuid not null,
    entry_id uuid not null,
    reversal_id uuid not null,
    reason text not null,
    primary key (organization_id, entry_id),
    constraint journal_reversal_key unique (organization_id, reversal_id),
    foreign key (organization_id, entry_id) references journal_entry (organization_id, id),
    foreign key (organization_id, reversal_id) references journal_entry (organization_id, id)
  );
  create table posting_refusal (
    organization_id uuid not null,
    id uuid not null,
    company_id uuid not null,
    source_service text not null,
    source_document text not null,
    source_id uuid not null,
    source_purpose text not null,
    source_version integer not null,
    request_hash bytea not null,
    code text not null,
    reason text not null,
    field text,
    refused_at timestamptz not null default now(),
    primary key (organization_id, id),
    constraint posting_refusal_per_source_key
      unique (organization_id, source_service, source_document, source_id, source_purpose, source_version)
  );`;

// One row per company that every posting takes its turn at: where the chain ends, which number was the last of each
// series, and whether what a process remembers of the books is still true.
const heads = `
  create table ledger_head (
    organization_id uuid not null,
    company_id uuid not null,
    sequence bigint not null default 0,
    hash bytea not null default '\\x0000000000000000000000000000000000000000000000000000000000000000',
    recorded_at timestamptz not null default now(),
    numbers jsonb not null default '{}',
    books_revision bigint not null default 1,
    primary key (organization_id, company_id)
  ) with (fillfactor = 50);
  create table ledger_head_day (
    organization_id uuid not null,
    company_id uuid not null,
    day date not null,
    sequence bigint not null,
    hash bytea not null,
    primary key (organization_id, company_id, day)
  );`;

// Sums of journal lines. What is asked "as known on" a past day leaves out what was recorded later.
const balances = `
  create table account_day (
    organization_id uuid not null,
    company_id uuid not null,
    account_id uuid not null,
    branch_id uuid,
    entered_on date not null,
    recorded_on date not null,
    debit numeric(20, 4) not null,
    credit numeric(20, 4) not null,
    constraint account_day_key unique nulls not distinct
      (organization_id, company_id, entered_on, account_id, recorded_on, branch_id)
  ) with (fillfactor = 80);
  create table account_month (
    organization_id uuid not null,
    company_id uuid not null,
    account_id uuid not null,
    month date not null,
    debit numeric(20, 4) not null,
    credit numeric(20, 4) not null,
    constraint account_month_key primary key (organization_id, company_id, month, account_id)
  ) with (fillfactor = 80);
  create table party_day (
    organization_id uuid not null,
    company_id uuid not null,
    party_kind text not null,
    party_id uuid not null,
    account_id uuid not null,
    entered_on date not null,
    recorded_on date not null,
    debit numeric(20, 4) not null,
    credit numeric(20, 4) not null,
    constraint party_day_key primary key
      (organization_id, company_id, party_id, account_id, entered_on, recorded_on)
  ) with (fillfactor = 80);`;
