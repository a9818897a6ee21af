import { sales } from '@dhanman/client';
import { Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { api } from '../api/signed-api.js';
import { CreditNoteState } from '../credit-notes/credit-note-state.js';
import { formatRupees } from '../formats/amount.js';
import { formatDate } from '../formats/date.js';
import { type Column, Records } from '../patterns/records.js';
import { PaymentChip } from '../receipts/invoice-settlements.js';
import { ReceiptState } from '../receipts/receipt-state.js';
import { RefundState } from '../refunds/refund-state.js';
import { ToCredit } from '../refunds/to-credit.js';
import { InvoiceState } from '../sales/invoice-state.js';
import { Paged, usePaged } from '../sales/paged.js';
import { useMay } from '../session/me.js';
import { writeOffColumns } from '../write-offs/write-off-columns.js';
import classes from './customers.module.css';

interface OfCustomerProps {
  readonly companyId: string;
  readonly customerId: string;
}

/** What was billed, paid, credited, paid back and written off, the newest first. */
export function CustomerDocuments(props: OfCustomerProps) {
  const may = useMay();
  return (
    <>
      {may('dhanman.sales.invoice.read') && <Invoices {...props} />}
      {may('dhanman.sales.receipt.read') && <Receipts {...props} />}
      {may('dhanman.sales.credit-note.read') && <CreditNotes {...props} />}
      {may('dhanman.sales.refund.read') && <Refunds {...props} />}
      {may('dhanman.sales.write-off.read') && <WriteOffs {...props} />}
    </>
  );
}

function Invoices({ companyId, customerId }: OfCustomerProps) {
  const { t } = useTranslation();
  const query = usePaged(
    ['sales', companyId, 'invoices', { customerId }],
    async (page, signal) =>
      (await api(sales.invoicesList, { path: { companyId }, query: { customerId, ...page } }, { signal }))
        .body,
    { isMoving: ({ state }) => state === 'issued' },
  );
  return <Section title={t('invoices.title')} query={query} columns={invoiceColumns(t)} />;
}

function Receipts({ companyId, customerId }: OfCustomerProps) {
  const { t } = useTranslation();
  const query = usePaged(
    ['sales', companyId, 'receipts', { customerId }],
    async (page, signal) =>
      (await api(sales.receiptsList, { path: { companyId }, query: { customerId, ...page } }, { signal }))
        .body,
  );
  return <Section title={t('receipts.title')} query={query} columns={receiptColumns(t)} />;
}

function CreditNotes({ companyId, customerId }: OfCustomerProps) {
  const { t } = useTranslation();
  const query = usePaged(
    ['sales', companyId, 'credit-notes', { customerId }],
    async (page, signal) =>
      (await api(sales.creditNotesList, { path: { companyId }, query: { customerId, ...page } }, { signal }))
        .body,
  );
  return <Section title={t('creditNotes.title')} query={query} columns={noteColumns(t)} />;
}

function Refunds({ companyId, customerId }: OfCustomerProps) {
  const { t } = useTranslation();
  const query = usePaged(
    ['sales', companyId, 'refunds', { customerId }],
    async (page, signal) =>
      (await api(sales.refundsList, { path: { companyId }, query: { customerId, ...page } }, { signal }))
        .body,
  );
  return <Section title={t('refunds.title')} query={query} columns={refundColumns(t)} />;
}

function WriteOffs({ companyId, customerId }: OfCustomerProps) {
  const { t } = useTranslation();
  const query = usePaged(
    ['sales', companyId, 'write-offs', { customerId }],
    async (page, signal) =>
      (await api(sales.writeOffsList, { path: { companyId }, query: { customerId, ...page } }, { signal }))
        .body,
  );
  return <Section title={t('writeOffs.title')} query={query} columns={writeOffColumns(t)} />;
}

interface SectionProps<Row> {
  readonly title: string;
  readonly query: ReturnType<typeof usePaged<Row>>;
  readonly columns: readonly Column<Row>[];
}

function Section<Row extends { readonly id: string }>({ title, query, columns }: SectionProps<Row>) {
  const { t } = useTranslation();
  const none = <p className={classes.none}>{t('customers.noDocuments')}</p>;
  return (
    <section className={classes.section}>
      <h2>{title}</h2>
      <Paged query={query}>
        {(rows) => <Records label={title} rows={rows} columns={columns} keyOf={({ id }) => id} none={none} />}
      </Paged>
    </section>
  );
}

const day = (on: string) => <time dateTime={on}>{formatDate(on)}</time>;

const invoiceColumns = (t: TFunction): readonly Column<sales.InvoiceSummary>[] => [
  {
    label: t('invoices.number'),
    cell: ({ id, number }) => (
      <Link to="/invoices/$id" params={{ id }}>
        {number ?? t('invoices.draft')}
      </Link>
    ),
  },
  { label: t('invoices.on'), cell: ({ on }) => day(on) },
  { label: t('invoices.total'), cell: ({ total }) => formatRupees(total), isLoud: true, isFigure: true },
  {
    label: t('customers.ageing.outstanding'),
    cell: ({ outstanding }) => formatRupees(outstanding),
    isFigure: true,
  },
  { label: t('invoices.state'), cell: ({ state }) => <InvoiceState state={state} /> },
  { label: t('receipts.payment'), cell: (invoice) => <PaymentChip {...invoice} /> },
];

const receiptColumns = (t: TFunction): readonly Column<sales.ReceiptSummary>[] => [
  {
    label: t('receipts.number'),
    cell: ({ id, number }) => (
      <Link to="/receipts/$id" params={{ id }}>
        {number}
      </Link>
    ),
  },
  { label: t('receipts.on'), cell: ({ on }) => day(on) },
  { label: t('receipts.amount'), cell: ({ amount }) => formatRupees(amount), isLoud: true, isFigure: true },
  { label: t('receipts.advance'), cell: ({ advance }) => formatRupees(advance), isFigure: true },
  { label: t('receipts.state'), cell: ({ state }) => <ReceiptState state={state} /> },
];

const noteColumns = (t: TFunction): readonly Column<sales.CreditNoteSummary>[] => [
  {
    label: t('creditNotes.number'),
    cell: ({ id, number }) => (
      <Link to="/credit-notes/$id" params={{ id }}>
        {number ?? t('creditNotes.draft')}
      </Link>
    ),
  },
  { label: t('creditNotes.on'), cell: ({ on }) => day(on) },
  { label: t('creditNotes.total'), cell: ({ total }) => formatRupees(total), isLoud: true, isFigure: true },
  { label: t('creditNotes.state'), cell: ({ state }) => <CreditNoteState state={state} /> },
];

const refundColumns = (t: TFunction): readonly Column<sales.RefundSummary>[] => [
  {
    label: t('receipts.number'),
    cell: ({ id, number }) => (
      <Link to="/refunds/$id" params={{ id }}>
        {number}
      </Link>
    ),
  },
  { label: t('receipts.on'), cell: ({ on }) => day(on) },
  { label: t('refunds.from'), cell: ({ credit }) => <ToCredit credit={credit} /> },
  { label: t('receipts.amount'), cell: ({ amount }) => formatRupees(amount), isLoud: true, isFigure: true },
  { label: t('receipts.state'), cell: ({ state }) => <RefundState state={state} /> },
];
