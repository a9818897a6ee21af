import { tenantTable } from '@dhanman/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Refunds1760000350000 implements MigrationInterface {
  readonly name = 'Refunds1760000350000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(refunds);
    await queryRunner.query(counting);
    await tenantTable(queryRunner, 'refund');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const refunds = `
  create table refund (
    organization_id uuid not null,
    id uuid not null,
    company_id uuid not null,
    customer_id uuid not null,
    credit_id uuid not null,
    number text not null,
    dated_on date not null,
    mode text not null constraint refund_mode check (mode in ('cash', 'bank', 'cheque', 'upi')),
    account text,
    reference text,
    notes text,
    currency text not null,
    amount numeric(18, 2) not null constraint refund_amount_above_zero check (amount > 0),
    undone text constraint refund_undone check (undone in ('reversed', 'withdrawn')),
    undone_on date,
    undone_reason text,
    ended_on date,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    primary key (organization_id, id),
    constraint refund_ended_after check (ended_on >= dated_on),
    constraint refund_ended_once_undone check (ended_on is null or undone is not null),
    constraint refund_number_per_company_key unique (organization_id, company_id, number),
    constraint refund_credit_fkey foreign key (organization_id, company_id, customer_id, credit_id)
      references credit (organization_id, company_id, customer_id, id)
  );
  create index refund_by_date on refund (organization_id, company_id, dated_on, id);
  create index refund_by_customer on refund (organization_id, customer_id, dated_on);
  create index refund_by_credit on refund (organization_id, credit_id)`;

/** As an allocation does, a refund counts in what is used of its credit until it has ended: no money is used twice. */
const counting = `
  create function count_refund() returns trigger language plpgsql as $$
  declare
    difference numeric := case when new.ended_on is null then new.amount else 0 end;
  begin
    if tg_op = 'UPDATE' then
      if (new.credit_id, new.number, new.amount) is distinct from (old.credit_id, old.number, old.amount) then
        raise exception 'a refund is taken back, never changed' using errcode = 'DH003';
      end if;
      difference := difference - case when old.ended_on is null then old.amount else 0 end;
    end if;
    if difference <> 0 then
      update credit set used = used + difference where organization_id = new.organization_id and id = new.credit_id;
    end if;
    return null;
  end $$;
  create function keep_refund() returns trigger language plpgsql as $$
  begin
    raise exception 'a refund is taken back, never deleted' using errcode = 'DH003';
  end $$;
  create trigger counted after insert or update on refund for each row execute function count_refund();
  create trigger kept before delete or truncate on refund for each statement execute function keep_refund()`;
