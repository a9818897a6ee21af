import { tenantTable } from '@dhanman/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SalesTax1760000070000 implements MigrationInterface {
  readonly name = 'SalesTax1760000070000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(products);
    await tenantTable(queryRunner, 'product');
    await tenantTable(queryRunner, 'tax_setting');
    // The owner sees all rows for as long as it rewrites them, and nothing of it counts as somebody's change.
    for (const table of ['customer', 'invoice']) {
      await queryRunner.query(
        `alter table ${table} no force row level security, disable trigger next_version`,
      );
    }
    await queryRunner.query(customers);
    await queryRunner.query(invoices);
    for (const table of ['customer', 'invoice']) {
      await queryRunner.query(`alter table ${table} force row level security, enable trigger next_version`);
    }
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

/** With a default, so that the version before this one can still write customers while both run. */
const customers = `
  alter table customer add column standing text not null default 'unregistered'
    constraint customer_standing check (
      standing in ('registered', 'composition', 'sez', 'unregistered', 'overseas'));
  update customer set standing = 'registered' where gstin is not null`;

const products = `
  create table product (
    organization_id uuid not null,
    id uuid not null,
    company_id uuid not null,
    name text not null,
    code text,
    classification text,
    unit text not null,
    price numeric(18, 2) not null constraint product_price_not_negative check (price >= 0),
    treatment text not null,
    rate_percent text not null,
    is_active boolean not null,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    primary key (organization_id, id),
    constraint product_code_per_company_key unique (organization_id, company_id, code)
  );
  create index product_by_name on product (organization_id, company_id, lower(name), id);
  create table tax_setting (
    organization_id uuid not null,
    id uuid not null,
    company_id uuid not null,
    is_composition boolean not null,
    turnover numeric(18, 2) not null,
    society_view text not null constraint tax_setting_society_view check (society_view in ('whole', 'excess')),
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    primary key (organization_id, id)
  )`;

/** Invoices of one amount become invoices of one line that bears no tax, which is what they were. */
const invoices = `
  alter table invoice rename column issued_on to dated_on;
  alter table invoice drop constraint invoice_total_above_zero,
    add constraint invoice_total_not_negative check (total >= 0),
    add column due_on date, add column notes text, add column content jsonb, add column taxed jsonb;
  update invoice set dated_on = coalesce(dated_on, created_at::date),
    content = jsonb_build_object('isRoundedOff', false, 'lines', jsonb_build_array(jsonb_build_object(
      'description', description, 'quantity', '1', 'unit', 'NOS', 'price', total::text, 'treatment', 'non-gst',
      'ratePercent', '0'))),
    taxed = jsonb_build_object(
      'lines', jsonb_build_array(jsonb_build_object('gross', total::text, 'discount', '0.00', 'charges', '0.00',
        'net', total::text, 'taxable', '0.00', 'taxes', '[]'::jsonb, 'total', total::text)),
      'totals', jsonb_build_object('kind', 'bill-of-supply', 'nature', 'intra-state', 'placeOfSupply', '97',
        'gross', total::text, 'discount', '0.00', 'charges', '0.00', 'net', total::text, 'taxable', '0.00',
        'taxes', '[]'::jsonb, 'reverseCharge', '0.00', 'roundOff', '0.00', 'total', total::text));
  alter table invoice alter column dated_on set not null, alter column content set not null,
    alter column taxed set not null, drop column description;
  create index invoice_by_date on invoice (organization_id, company_id, dated_on, id);
  create index invoice_by_customer on invoice (organization_id, customer_id, dated_on)`;
