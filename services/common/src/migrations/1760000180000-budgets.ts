import { tenantTable } from '@dhanman/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Budgets1760000180000 implements MigrationInterface {
  readonly name = 'Budgets1760000180000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(table);
    await tenantTable(queryRunner, 'budget');
    await queryRunner.query(approval);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const table = `
  create table budget (
    organization_id uuid not null,
    id uuid not null,
    company_id uuid not null,
    financial_year_id uuid not null,
    revision integer not null constraint budget_revision_positive check (revision > 0),
    currency text not null,
    lines jsonb not null,
    income numeric not null,
    expense numeric not null,
    state text not null constraint budget_state check (state in ('draft', 'submitted', 'approved', 'discarded')),
    written_by jsonb not null,
    approved_by text,
    approved_at timestamptz,
    returned jsonb,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    primary key (organization_id, id),
    foreign key (organization_id, company_id) references company (organization_id, id),
    foreign key (organization_id, financial_year_id) references financial_year (organization_id, id),
    constraint budget_revision_key unique (organization_id, company_id, financial_year_id, revision),
    constraint budget_approved_by_somebody check ((state = 'approved') = (approved_by is not null)),
    constraint budget_approved_by_another check (not written_by ? approved_by),
    constraint budget_approved_at_a_time check ((state = 'approved') = (approved_at is not null))
  );
  create unique index budget_under_way_key on budget (organization_id, company_id, financial_year_id)
    where state in ('draft', 'submitted');`;

// An approval takes its turn at the head of the ledger like a posting: a report that was read before it has an earlier time,
// and is the same when it is asked for again with that time.
const approval = `
  create function keep_approved_budget() returns trigger language plpgsql as $$
  begin
    if old.state = 'approved' then
      raise exception 'an approved budget is never changed or deleted' using errcode = 'DH002';
    end if;
    if tg_op = 'DELETE' then return old; end if;
    if new.state = 'approved' then
      perform touch_books(new.organization_id, new.company_id);
      select recorded_at into strict new.approved_at from ledger_head
      where organization_id = new.organization_id and company_id = new.company_id;
    end if;
    return new;
  end $$;
  create trigger keep_approved before update or delete on budget
    for each row execute function keep_approved_budget();`;
