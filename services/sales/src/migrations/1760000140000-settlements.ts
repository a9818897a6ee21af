import { tenantTable } from '@dhanman/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Settlements1760000140000 implements MigrationInterface {
  readonly name = 'Settlements1760000140000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(tables);
    await queryRunner.query(counting);
    await tenantTable(queryRunner, 'credit');
    await tenantTable(queryRunner, 'allocation');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

/** The foreign keys hold credit, allocation and invoice to one customer of one company. */
const tables = `
  alter table invoice add column settled numeric(18, 2) not null default 0
      constraint invoice_settled_within_total check (settled >= 0 and settled <= total),
    add constraint invoice_of_customer_key unique (organization_id, company_id, customer_id, id);
  create index invoice_open on invoice (organization_id, customer_id, dated_on, id)
    where state in ('issued', 'posted') and settled < total;
  create table credit (
    organization_id uuid not null,
    id uuid not null,
    company_id uuid not null,
    customer_id uuid not null,
    document text not null,
    dated_on date not null,
    amount numeric(18, 2) not null constraint credit_amount_above_zero check (amount > 0),
    used numeric(18, 2) not null default 0,
    ended_on date,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    primary key (organization_id, id),
    constraint credit_used_within_amount check (used >= 0 and used <= amount),
    constraint credit_unused_once_ended check (ended_on is null or used = 0),
    constraint credit_of_customer_key unique (organization_id, company_id, customer_id, id),
    constraint credit_customer_fkey foreign key (organization_id, company_id, customer_id)
      references customer (organization_id, company_id, id)
  );
  create index credit_by_customer on credit (organization_id, customer_id, dated_on, id);
  create table allocation (
    organization_id uuid not null,
    id uuid not null,
    company_id uuid not null,
    customer_id uuid not null,
    credit_id uuid not null,
    invoice_id uuid not null,
    amount numeric(18, 2) not null constraint allocation_amount_above_zero check (amount > 0),
    dated_on date not null,
    released_on date,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    primary key (organization_id, id),
    constraint allocation_released_after check (released_on >= dated_on),
    constraint allocation_credit_fkey foreign key (organization_id, company_id, customer_id, credit_id)
      references credit (organization_id, company_id, customer_id, id),
    constraint allocation_invoice_fkey foreign key (organization_id, company_id, customer_id, invoice_id)
      references invoice (organization_id, company_id, customer_id, id)
  );
  create index allocation_by_credit on allocation (organization_id, credit_id);
  create index allocation_by_invoice on allocation (organization_id, invoice_id)`;

/**
 * The two sums stand beside what they are sums of and are kept by the database: whatever code writes an allocation,
 * nothing is settled twice and no credit is spent beyond its amount.
 */
const counting = `
  create function count_allocation() returns trigger language plpgsql as $$
  declare
    difference numeric := case when new.released_on is null then new.amount else 0 end;
  begin
    if tg_op = 'UPDATE' then
      if (new.credit_id, new.invoice_id, new.amount) is distinct from (old.credit_id, old.invoice_id, old.amount) then
        raise exception 'an allocation is released, never changed' using errcode = 'DH003';
      end if;
      difference := difference - case when old.released_on is null then old.amount else 0 end;
    end if;
    if difference <> 0 then
      update credit set used = used + difference where organization_id = new.organization_id and id = new.credit_id;
      update invoice set settled = settled + difference
        where organization_id = new.organization_id and id = new.invoice_id;
    end if;
    return null;
  end $$;
  create function keep_allocation() returns trigger language plpgsql as $$
  begin
    raise exception 'an allocation is released, never deleted' using errcode = 'DH003';
  end $$;
  create trigger counted after insert or update on allocation for each row execute function count_allocation();
  create trigger kept before delete or truncate on allocation for each statement execute function keep_allocation()`;
