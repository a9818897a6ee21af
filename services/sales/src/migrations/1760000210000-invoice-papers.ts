import { tenantTable } from '@dhanman/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class InvoicePapers1760000210000 implements MigrationInterface {
  readonly name = 'InvoicePapers1760000210000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(papers);
    await tenantTable(queryRunner, 'invoice_paper');
    await queryRunner.query(immutable);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const papers = `
  create table invoice_paper (
    organization_id uuid not null,
    id uuid not null,
    company_id uuid not null,
    content jsonb not null,
    files jsonb,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    primary key (organization_id, id),
    constraint invoice_paper_invoice_fkey foreign key (organization_id, id) references invoice (organization_id, id)
  )`;

/** What was frozen stays, and so do the files: whoever was given one is shown the same for ever. */
const immutable = `
  create function keep_paper() returns trigger language plpgsql as $$
  begin
    if new.content is distinct from old.content or (old.files is not null and new.files is distinct from old.files) then
      raise exception 'an issued paper is never changed';
    end if;
    return new;
  end $$;
  create trigger invoice_paper_kept before update on invoice_paper for each row execute function keep_paper()`;
