import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreditNoteDates1760000280000 implements MigrationInterface {
  readonly name = 'CreditNoteDates1760000280000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(keeping);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

/** A note whose day the ledger refused is in no books yet: it may go to another day. All else stays as it was issued. */
const keeping = `
  create or replace function keep_credit_note() returns trigger language plpgsql as $$
  begin
    if old.state <> 'issued' then
      return new;
    end if;
    if (new.state, new.number, new.total, new.credited, new.invoice_id) is distinct from
        (old.state, old.number, old.total, old.credited, old.invoice_id) then
      raise exception 'an issued credit note is reversed, never changed' using errcode = 'DH003';
    end if;
    if new.dated_on <> old.dated_on and not exists (
        select from posting where organization_id = old.organization_id and document = 'credit-note'
          and document_id = old.id and purpose = 'issue' and state = 'rejected') then
      raise exception 'an issued credit note is reversed, never changed' using errcode = 'DH003';
    end if;
    return new;
  end $$`;
