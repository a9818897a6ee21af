import type { CustomerContact, PaperLanguage } from '@dhanman/contracts';
import { type Id, PlainDate } from '@dhanman/kernel';
import { NotFound } from '@dhanman/platform';
import type { EntityManager } from 'typeorm';
import { addressesOf } from '../customers/contact.js';
import { usualLanguage } from '../directory/company-language.service.js';
import type { InvoiceId } from '../invoices/invoice.js';
import { dueDay } from '../settlement/payment.js';
import type { Remindable } from './reminder-reasons.js';
import type { ReminderFacts } from './reminder-words.js';

export interface ReminderCase extends ReminderFacts, Remindable {
  readonly invoiceId: InvoiceId;
  /** Of the customer, where it is known. */
  readonly language: PaperLanguage | null;
  readonly companyLanguage: PaperLanguage;
}

interface Asked {
  readonly organizationId: Id;
  readonly companyId: Id;
  readonly invoiceId: InvoiceId;
}

/** One invoice, and who would be reminded of it. */
export async function caseOf(tx: EntityManager, asked: Asked): Promise<ReminderCase | undefined> {
  const { organizationId, companyId, invoiceId } = asked;
  const sql = `${cases} and invoice.id = $3`;
  const [row] = await tx.query<CaseRow[]>(sql, [organizationId, companyId, invoiceId]);
  return row && found(row);
}

/** The same, and nobody pays or cancels it until this transaction ends. */
export async function caseToSend(tx: EntityManager, asked: Asked): Promise<ReminderCase> {
  const { organizationId, invoiceId } = asked;
  const lock = 'select 1 from invoice where organization_id = $1 and id = $2 for share';
  await tx.query(lock, [organizationId, invoiceId]);
  const of = await caseOf(tx, asked);
  // An invoice with a number is never taken away.
  if (!of) throw new NotFound('invoice');
  return of;
}

/** The open invoice that is due first. */
export async function firstOpenCase(
  tx: EntityManager,
  { organizationId, companyId }: Omit<Asked, 'invoiceId'>,
): Promise<ReminderCase | undefined> {
  const sql = `${cases} and ${owed} order by ${dueDay}, number limit 1`;
  const [row] = await tx.query<CaseRow[]>(sql, [organizationId, companyId]);
  return row && found(row);
}

interface OpenRow extends CaseRow {
  readonly dealtWith: string[];
}

export interface OpenCase {
  readonly of: ReminderCase;
  readonly dealtWith: ReadonlySet<string>;
}

/** What is open and due on one of these days, with the stages that are dealt with. */
export async function openCases(
  tx: EntityManager,
  { organizationId, companyId }: Omit<Asked, 'invoiceId'>,
  { from, until }: { readonly from: PlainDate; readonly until: PlainDate },
): Promise<readonly OpenCase[]> {
  const rows = await tx.query<OpenRow[]>(
    `${cases} and ${owed} and ${dueDay} between $3 and $4 order by ${dueDay}, number`,
    [organizationId, companyId, from.toString(), until.toString()],
  );
  return rows.map((row) => ({ of: found(row), dealtWith: new Set(row.dealtWith) }));
}

type CaseRow = Omit<ReminderCase, 'dueOn'> & {
  readonly dueOn: string;
  readonly contacts: readonly CustomerContact[];
};

function found({ dueOn, contacts, ...row }: CaseRow): ReminderCase {
  const addresses = addressesOf({ email: row.email, contacts });
  const email = addresses.length === 0 ? null : addresses.join(', ');
  return { ...row, email, dueOn: PlainDate.parse(dueOn) };
}

const stands = `(invoice.state in ('issued', 'posted') and invoice.cancelled_on is null)`;

const owed = `invoice.state in ('issued', 'posted') and invoice.cancelled_on is null and settled < total`;

const cases = `
  select invoice.id as "invoiceId", customer.name as customer, email, contacts, company.name as company, number,
    (total - settled)::text as outstanding, invoice.currency, ${dueDay}::text as "dueOn", ${stands} as stands,
    settled = total as "isPaid", coalesce(preference.is_reminded, true) as "isReminded", preference.language,
    coalesce(company.language, '${usualLanguage}') as "companyLanguage",
    array(select stage_id::text from reminder where reminder.organization_id = $1 and reminder.invoice_id = invoice.id
      and asked_by is null) as "dealtWith"
  from invoice
  join customer on customer.organization_id = $1 and customer.id = customer_id
  join company on company.organization_id = $1 and company.id = invoice.company_id
  left join reminder_preference preference on preference.organization_id = $1 and preference.id = customer_id
  where invoice.organization_id = $1 and invoice.company_id = $2 and number is not null`;
