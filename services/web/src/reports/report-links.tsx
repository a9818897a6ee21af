import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ReportRow } from './report-cell.js';
import type { ShownReport } from './report-list.js';
import { drilledInto, ofCustomer, ofMonth, type ReportSearch } from './report-search.js';

interface LabelProps {
  readonly name: ShownReport;
  readonly row: ReportRow;
  readonly search: ReportSearch;
}

/** What a row is called, and the way to what stands behind it. */
export function Label({ name, row, search }: LabelProps) {
  const { t } = useTranslation();
  const { code, name: called, caption, documentId } = row;
  const own = called ?? (caption === null ? '' : t(`reports.caption.${caption}`));
  const text = code === null ? own : `${code} ${own}`;
  if (documentId !== null) return <ToInvoice id={documentId}>{text}</ToInvoice>;
  const behind = reportBehind(name, row, search);
  if (!behind) return <span>{text}</span>;
  return (
    <Link to="/reports/$name" params={{ name: behind.name }} search={behind.search} tabIndex={-1}>
      {text}
    </Link>
  );
}

interface Behind {
  readonly name: ShownReport;
  readonly search: ReportSearch;
}

/** A customer line by line or invoice by invoice, or the ledger of an account, of the same days. */
function reportBehind(
  name: ShownReport,
  { partyId, accountId, entryId, caption }: ReportRow,
  search: ReportSearch,
): Behind | undefined {
  const ofTheirs = ofCustomers[name];
  if (ofTheirs && partyId !== null) return { name: ofTheirs, search: ofCustomer(search, partyId) };
  if (name === 'gst-summary') return behindSection(caption, search);
  // Of a sum over companies, the way goes through the head of a column to one of them.
  if (accountId === null || entryId !== null || name === 'consolidated-budget-variance') return undefined;
  return { name: 'general-ledger', search: drilledInto(search, accountId) };
}

function behindSection(caption: ReportRow['caption'], search: ReportSearch): Behind | undefined {
  if (caption === null || caption === 'total') return undefined;
  const behind = ofReturn[caption];
  return { name: behind ?? 'gst-section', search: ofMonth(search, behind ? undefined : caption) };
}

/** What is no section of documents has a report of its own. */
const ofReturn: Readonly<Record<string, ShownReport | undefined>> = {
  ...{ 'hsn-b2b': 'gst-hsn', 'hsn-b2c': 'gst-hsn', series: 'gst-documents', 'to-mend': 'gst-to-mend' },
};

const ofCustomers: Readonly<Partial<Record<ShownReport, ShownReport>>> = {
  'receivables-ageing': 'receivables-ageing',
  'customer-dues': 'customer-ledger',
};

interface ToProps {
  readonly id: string;
  readonly children: string;
}

export function ToInvoice({ id, children }: ToProps) {
  return (
    <Link to="/invoices/$id" params={{ id }} tabIndex={-1}>
      {children}
    </Link>
  );
}

export function ToCreditNote({ id, children }: ToProps) {
  return (
    <Link to="/credit-notes/$id" params={{ id }} tabIndex={-1}>
      {children}
    </Link>
  );
}

export function ToRefund({ id, children }: ToProps) {
  return (
    <Link to="/refunds/$id" params={{ id }} tabIndex={-1}>
      {children}
    </Link>
  );
}

export function ToWriteOff({ id, children }: ToProps) {
  return (
    <Link to="/write-offs/$id" params={{ id }} tabIndex={-1}>
      {children}
    </Link>
  );
}

export function ToReceipt({ id, children }: ToProps) {
  return (
    <Link to="/receipts/$id" params={{ id }} tabIndex={-1}>
      {children}
    </Link>
  );
}

export function ToEntry({ id, children }: ToProps) {
  return (
    <Link to="/entries/$id" params={{ id }} tabIndex={-1}>
      {children}
    </Link>
  );
}
