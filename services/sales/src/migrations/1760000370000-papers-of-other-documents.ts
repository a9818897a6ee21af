import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PapersOfOtherDocuments1760000370000 implements MigrationInterface {
  readonly name = 'PapersOfOtherDocuments1760000370000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(ofOtherDocuments);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

// Narrows invoice_paper: what the version before writes is of an invoice, is taken as such, and still needs its invoice.
/** The table is named after the first kind that had papers. Each paper still belongs to a document there is. */
const ofOtherDocuments = `
  alter table invoice_paper drop constraint invoice_paper_invoice_fkey,
    add column document text not null default 'invoice'
      constraint invoice_paper_document check (document in ('invoice', 'credit-note', 'receipt')),
    add column of_invoice uuid generated always as (case document when 'invoice' then id end) stored,
    add column of_credit_note uuid generated always as (case document when 'credit-note' then id end) stored,
    add column of_receipt uuid generated always as (case document when 'receipt' then id end) stored,
    add constraint invoice_paper_invoice_fkey foreign key (organization_id, of_invoice)
      references invoice (organization_id, id),
    add constraint invoice_paper_credit_note_fkey foreign key (organization_id, of_credit_note)
      references credit_note (organization_id, id),
    add constraint invoice_paper_receipt_fkey foreign key (organization_id, of_receipt)
      references receipt (organization_id, id)`;
