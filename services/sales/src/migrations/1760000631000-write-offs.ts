import { tenantTable } from '@dhanman/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class WriteOffs1760000631000 implements MigrationInterface {
  readonly name = 'WriteOffs1760000631000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(writeOffs);
    await queryRunner.query(kept);
    await queryRunner.query(counting);
    await tenantTable(queryRunner, 'write_off');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

/** The foreign keys hold it to the customer of its invoice, and to the credit through which it settles it. */
const writeOffs = `
  create table write_off (
    organization_id uuid not null,
    id uuid not null,
    company_id uuid not null,
    customer_id uuid not null,
    invoice_id uuid not null,
    number text not null,
    dated_on date not null,
    reason text not null,
    currency text not null,
    amount numeric(18, 2) not null constraint write_off_amount_above_zero check (amount > 0),
    undone text constraint write_off_undone check (undone in ('reversed', 'withdrawn')),
    undone_on date,
    undone_reason text,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    primary key (organization_id, id),
    constraint write_off_number_per_company_key unique (organization_id, company_id, number),
    constraint write_off_credit_fkey foreign key (organization_id, company_id, customer_id, id)
      references credit (organization_id, company_id, customer_id, id),
    constraint write_off_invoice_fkey foreign key (organization_id, company_id, customer_id, invoice_id)
      references invoice (organization_id, company_id, customer_id, id)
  );
  create index write_off_by_date on write_off (organization_id, company_id, dated_on, id);
  create index write_off_by_customer on write_off (organization_id, customer_id, dated_on);
  create index write_off_by_invoice on write_off (organization_id, invoice_id);
  alter table invoice add column written_off numeric(18, 2) not null default 0
    constraint invoice_written_off_is_settled check (written_off >= 0 and written_off <= settled)`;

const kept = `
  create function keep_write_off() returns trigger language plpgsql as $$
  begin
    if tg_op = 'UPDATE' then
      if (new.invoice_id, new.number, new.amount) is not distinct from (old.invoice_id, old.number, old.amount) then
        return new;
      end if;
    end if;
    raise exception 'a write-off is taken back, never changed or deleted' using errcode = 'DH003';
  end $$;
  create trigger kept before update or delete on write_off for each row execute function keep_write_off();
  create trigger kept_whole before truncate on write_off for each statement execute function keep_write_off()`;

/** As before, and what of the settled amount no money came for stands beside it. */
const counting = `
  create or replace function count_allocation() returns trigger language plpgsql as $$
  declare
    difference numeric := case when new.released_on is null then new.amount else 0 end;
    giver text;
  begin
    if tg_op = 'UPDATE' then
      if (new.credit_id, new.invoice_id, new.amount) is distinct from (old.credit_id, old.invoice_id, old.amount) then
        raise exception 'an allocation is released, never changed' using errcode = 'DH003';
      end if;
      difference := difference - case when old.released_on is null then old.amount else 0 end;
    end if;
    if difference <> 0 then
      update credit set used = used + difference where organization_id = new.organization_id and id = new.credit_id
        returning document into giver;
      update invoice set settled = settled + difference,
          written_off = written_off + case giver when 'write-off' then difference else 0 end
        where organization_id = new.organization_id and id = new.invoice_id;
    end if;
    return null;
  end $$`;
