import { EmptyState } from '@mantine/core';
import type { sales } from '@dhanman/client';
import { IconFileInvoice, IconPlus } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { formatRupees } from '../formats/amount.js';
import { PageHeader } from '../layout/page-header.js';
import { ChoiceField } from '../patterns/field.js';
import { LinkButton } from '../patterns/link-button.js';
import { Loaded } from '../patterns/loaded.js';
import { Records, type Column } from '../patterns/records.js';
import { useMay } from '../session/me.js';
import { InCompany } from './in-company.js';
import { InvoiceState } from './invoice-state.js';
import { invoiceStateIn, invoiceStates } from './invoice-states.js';
import { useInvoices } from './sales-queries.js';
import classes from './sales.module.css';

const route = getRouteApi('/signed-in-only/invoices');

/** The invoices of the company, the newest first; the filter stands in the address. */
export function InvoicesPage() {
  return <InCompany>{({ id }) => <Invoices key={id} companyId={id} />}</InCompany>;
}

function Invoices({ companyId }: { readonly companyId: string }) {
  const { t } = useTranslation();
  const may = useMay();
  const { state } = route.useSearch();
  const navigate = route.useNavigate();
  const choose = (chosen: string): void => {
    const known = invoiceStateIn(chosen);
    void navigate({ search: known === undefined ? {} : { state: known } });
  };
  const write = may('dhanman.sales.invoice.create') && (
    <LinkButton to="/invoices/new" leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}>
      {t('invoices.write')}
    </LinkButton>
  );
  return (
    <>
      <PageHeader title={t('invoices.title')} intro={t('invoices.intro')} action={write} />
      <div className={classes.filter}>
        <ChoiceField
          name="state"
          required
          label={t('invoices.state')}
          value={state ?? ''}
          onChange={({ currentTarget }) => choose(currentTarget.value)}
        >
          <option value="">{t('invoices.all')}</option>
          {invoiceStates.map((one) => (
            <option key={one} value={one}>
              {t(`invoices.states.${one}`)}
            </option>
          ))}
        </ChoiceField>
      </div>
      <Loaded query={useInvoices(companyId, state)}>
        {(rows) => (rows.length === 0 ? <Empty /> : <List rows={rows} />)}
      </Loaded>
    </>
  );
}

function List({ rows }: { readonly rows: readonly sales.InvoiceSummary[] }) {
  const { t } = useTranslation();
  return <Records label={t('invoices.title')} rows={rows} keyOf={({ id }) => id} columns={columns(t)} />;
}

function Empty() {
  const { t } = useTranslation();
  return (
    <EmptyState
      className={classes.empty}
      icon={<IconFileInvoice size={32} stroke={1.5} aria-hidden />}
      title={t('invoices.none')}
      description={t('invoices.noneText')}
    />
  );
}

const columns = (t: TFunction): readonly Column<sales.InvoiceSummary>[] => [
  {
    label: t('invoices.number'),
    cell: ({ id, number }) => (
      <Link to="/invoices/$id" params={{ id }}>
        {number ?? t('invoices.states.draft')}
      </Link>
    ),
  },
  { label: t('invoices.on'), cell: ({ on }) => <Day on={on} /> },
  { label: t('invoices.customer'), cell: ({ customerName }) => customerName },
  {
    label: t('invoices.total'),
    cell: ({ total }) => <span className={classes.amount}>{formatRupees(total)}</span>,
    isLoud: true,
  },
  { label: t('invoices.state'), cell: ({ state }) => <InvoiceState state={state} /> },
];

/** A day as it is written in India. */
export function Day({ on }: { readonly on: string }) {
  return <time dateTime={on}>{on.split('-').reverse().join('-')}</time>;
}
