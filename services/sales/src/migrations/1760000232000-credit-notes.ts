import { tenantTable } from '@dhanman/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreditNotes1760000232000 implements MigrationInterface {
  readonly name = 'CreditNotes1760000232000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(notes);
    await tenantTable(queryRunner, 'credit_note');
    await queryRunner.query(immutable);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

/** The foreign key holds a note to the customer and the company of its invoice. */
const notes = `
  create table credit_note (
    organization_id uuid not null,
    id uuid not null,
    company_id uuid not null,
    customer_id uuid not null,
    invoice_id uuid not null,
    number text,
    dated_on date not null,
    reason text not null,
    notes text,
    wanted jsonb,
    credited jsonb not null,
    currency text not null,
    total numeric(18, 2) not null constraint credit_note_total_not_negative check (total >= 0),
    state text not null constraint credit_note_state check (
      state in ('draft', 'submitted', 'approved', 'discarded', 'issued')),
    written_by jsonb not null,
    approvals jsonb not null,
    approvals_needed smallint,
    returned jsonb,
    undone text constraint credit_note_undone check (undone in ('reversed', 'withdrawn')),
    undone_on date,
    undone_reason text,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    primary key (organization_id, id),
    constraint credit_note_number_per_company_key unique (organization_id, company_id, number),
    constraint credit_note_numbered_when_issued check ((state = 'issued') = (number is not null)),
    constraint credit_note_undone_once_issued check (undone is null or state = 'issued'),
    constraint credit_note_invoice_fkey foreign key (organization_id, company_id, customer_id, invoice_id)
      references invoice (organization_id, company_id, customer_id, id)
  );
  create index credit_note_by_date on credit_note (organization_id, company_id, dated_on, id);
  create index credit_note_by_invoice on credit_note (organization_id, invoice_id)`;

/** What was issued says for ever what it said: a mistake is taken back by a reversal. */
const immutable = `
  create function keep_credit_note() returns trigger language plpgsql as $$
  begin
    if old.state = 'issued' and (new.state, new.number, new.dated_on, new.total, new.credited, new.invoice_id) is distinct from
        (old.state, old.number, old.dated_on, old.total, old.credited, old.invoice_id) then
      raise exception 'an issued credit note is reversed, never changed' using errcode = 'DH003';
    end if;
    return new;
  end $$;
  create trigger credit_note_kept before update on credit_note for each row execute function keep_credit_note()`;
