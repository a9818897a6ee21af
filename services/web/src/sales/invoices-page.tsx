import { sales } from '@dhanman/client';
import { IconFileInvoice, IconPlus } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/signed-api.js';
import { formatRupees } from '../formats/amount.js';
import { PageHeader } from '../layout/page-header.js';
import { LinkButton } from '../patterns/link-button.js';
import { NothingYet } from '../patterns/nothing-yet.js';
import { Records, type Column } from '../patterns/records.js';
import { useMay } from '../session/me.js';
import { PaymentChip } from '../receipts/invoice-settlements.js';
import { InCompany } from './in-company.js';
import { InvoiceBulk } from './invoice-bulk.js';
import { InvoiceFilters } from './invoice-filters.js';
import { InvoiceState } from './invoice-state.js';
import { invoicesSearch } from './list-search.js';
import { Paged, usePaged } from './paged.js';
import { invoicesKey } from './sales-queries.js';
import { useInvoiceName } from './use-invoice-name.js';
import classes from './sales.module.css';

const route = getRouteApi('/signed-in-only/invoices');

/** The invoices of the company, the newest first; the filter stands in the address. */
export function InvoicesPage() {
  return <InCompany>{({ id }) => <Invoices key={id} companyId={id} />}</InCompany>;
}

function Invoices({ companyId }: { readonly companyId: string }) {
  const { t } = useTranslation();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const look = (change: Record<string, unknown>): void =>
    void navigate({ search: invoicesSearch({ ...search, ...change }) });
  const load: Parameters<typeof usePaged<sales.InvoiceSummary>>[1] = async (page, signal) => {
    const request = { path: { companyId }, query: { ...search, ...page } };
    return (await api(sales.invoicesList, request, { signal })).body;
  };
  // The ledger answers within moments: whoever looks sees it arrive.
  const query = usePaged([...invoicesKey(companyId), search], load, {
    isMoving: ({ state }) => state === 'issued',
  });
  return (
    <>
      <PageHeader title={t('invoices.title')} intro={t('invoices.intro')} action={<Ways />} />
      <InvoiceFilters search={search} look={look} />
      <Paged query={query}>
        {(rows) => (rows.length === 0 ? <Empty /> : <List {...{ companyId, rows }} />)}
      </Paged>
    </>
  );
}

/** To what is billed next, to what bills itself, and to what is owed less for what was billed. */
function Ways() {
  const { t } = useTranslation();
  const may = useMay();
  return (
    <div className={classes.actions}>
      {may('dhanman.sales.credit-note.read') && (
        <LinkButton to="/credit-notes" variant="default">
          {t('creditNotes.title')}
        </LinkButton>
      )}
      {may('dhanman.sales.recurring-invoice.read') && (
        <LinkButton to="/invoices/recurring" variant="default">
          {t('recurring.title')}
        </LinkButton>
      )}
      {may('dhanman.sales.invoice-run.read') && (
        <LinkButton to="/invoices/runs" variant="default">
          {t('runs.title')}
        </LinkButton>
      )}
      {may('dhanman.sales.invoice.create') && (
        <LinkButton
          to="/invoices/new"
          aria-keyshortcuts="n"
          leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}
        >
          {t('invoices.write')}
        </LinkButton>
      )}
    </div>
  );
}

interface ListProps {
  readonly companyId: string;
  readonly rows: readonly sales.InvoiceSummary[];
}

function List({ companyId, rows }: ListProps) {
  const { t } = useTranslation();
  const nameOf = useInvoiceName();
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set());
  const shown = useMemo(() => columns(t), [t]);
  const chosenRows = rows.filter(({ id }) => chosen.has(id));
  return (
    <>
      <Records
        label={t('invoices.title')}
        rows={rows}
        keyOf={({ id }) => id}
        columns={shown}
        selection={{ chosen, choose, nameOf }}
      />
      {chosenRows.length > 0 && (
        <InvoiceBulk
          companyId={companyId}
          rows={chosenRows}
          release={(keys) => choose(new Set([...chosen].filter((key) => !keys.includes(key))))}
          clear={() => choose(new Set())}
        />
      )}
    </>
  );
}

function Empty() {
  const { t } = useTranslation();
  return <NothingYet icon={IconFileInvoice} title={t('invoices.none')} text={t('invoices.noneText')} />;
}

const columns = (t: TFunction): readonly Column<sales.InvoiceSummary>[] => [
  {
    label: t('invoices.number'),
    cell: ({ id, number }) => (
      <Link to="/invoices/$id" params={{ id }}>
        {number ?? t('invoices.draft')}
      </Link>
    ),
  },
  { label: t('invoices.on'), cell: ({ on }) => <Day on={on} /> },
  { label: t('invoices.customer'), cell: ({ customerName }) => customerName },
  {
    label: t('invoices.total'),
    cell: ({ total }) => <span className={classes.amount}>{formatRupees(total)}</span>,
    isFigure: true,
    isLoud: true,
  },
  {
    label: t('invoices.outstanding'),
    cell: ({ payment, outstanding }) => (payment === null ? null : formatRupees(outstanding)),
    isFigure: true,
  },
  {
    label: t('invoices.dueOn'),
    cell: ({ dueOn }) => (dueOn === null ? null : <Day on={dueOn} />),
  },
  { label: t('invoices.state'), cell: ({ state }) => <InvoiceState state={state} /> },
  { label: t('receipts.payment'), cell: (invoice) => <PaymentChip {...invoice} /> },
];

/** A day as it is written in India. */
export function Day({ on }: { readonly on: string }) {
  return <time dateTime={on}>{on.split('-').reverse().join('-')}</time>;
}
