import type { MigrationInterface, QueryRunner } from 'typeorm';

export class InvoiceCancellations1760000330000 implements MigrationInterface {
  readonly name = 'InvoiceCancellations1760000330000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(cancelling);
    await queryRunner.query(found);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

// Narrows invoice: the states only gain one, and what the version before writes leaves the new columns empty. It cannot
// settle what this one is cancelling, which is what the constraint is for.
/** One that is being cancelled is posted until the ledger agrees, so that what is owed and the books say the same. */
const cancelling = `
  alter table invoice drop constraint invoice_state, drop constraint invoice_numbered_when_issued,
    add column cancelled_on date,
    add column cancel_reason text,
    add column cancel_entry_id uuid,
    add constraint invoice_state check (
      state in ('draft', 'submitted', 'approved', 'discarded', 'issued', 'posted', 'rejected', 'cancelled')),
    add constraint invoice_numbered_when_issued check (
      (state in ('issued', 'posted', 'rejected', 'cancelled')) = (number is not null)),
    add constraint invoice_unsettled_once_cancelled check (cancelled_on is null or settled = 0),
    add constraint invoice_cancelled_on_a_day check (case state when 'cancelled' then cancelled_on is not null
      when 'posted' then true else cancelled_on is null end)`;

/** The few of these among all that were ever billed. */
const found = `
  create index invoice_cancelled on invoice (organization_id, company_id, cancelled_on) where state = 'cancelled';
  create index invoice_never_posted on invoice (organization_id, company_id)
    where state in ('rejected', 'cancelled') and entry_id is null;
  create index invoice_being_cancelled on invoice (updated_at) where state = 'posted' and cancelled_on is not null`;
