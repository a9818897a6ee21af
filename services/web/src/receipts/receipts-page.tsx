import { sales } from '@dhanman/client';
import { IconCash, IconPlus } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/signed-api.js';
import { formatRupees } from '../formats/amount.js';
import { formatDate } from '../formats/date.js';
import { PageHeader } from '../layout/page-header.js';
import { LinkButton } from '../patterns/link-button.js';
import { NothingYet } from '../patterns/nothing-yet.js';
import { Records, type Column } from '../patterns/records.js';
import { InCompany } from '../sales/in-company.js';
import { Paged, usePaged } from '../sales/paged.js';
import { useMay } from '../session/me.js';
import { ReceiptFilters } from './receipt-filters.js';
import { receiptsKey } from './receipt-queries.js';
import { receiptsSearch } from './receipt-search.js';
import { ReceiptState } from './receipt-state.js';

const route = getRouteApi('/signed-in-only/receipts');

/** What customers have paid, the newest first. */
export function ReceiptsPage() {
  return <InCompany>{({ id }) => <Receipts key={id} companyId={id} />}</InCompany>;
}

function Receipts({ companyId }: { readonly companyId: string }) {
  const { t } = useTranslation();
  const may = useMay();
  const shown = useMemo(() => columns(t), [t]);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const query = usePaged([...receiptsKey(companyId), search], async (page, signal) => {
    const request = { path: { companyId }, query: { ...search, ...page } };
    return (await api(sales.receiptsList, request, { signal })).body;
  });
  const write = may('dhanman.sales.receipt.create') && (
    <LinkButton
      to="/receipts/new"
      aria-keyshortcuts="n"
      leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}
    >
      {t('receipts.write')}
    </LinkButton>
  );
  return (
    <>
      <PageHeader title={t('receipts.title')} intro={t('receipts.intro')} action={write} />
      <ReceiptFilters
        search={search}
        look={(change) => void navigate({ search: receiptsSearch({ ...search, ...change }) })}
      />
      <Paged query={query}>
        {(rows) => (
          <Records
            label={t('receipts.title')}
            rows={rows}
            columns={shown}
            keyOf={({ id }) => id}
            none={<NothingYet icon={IconCash} title={t('receipts.none')} text={t('receipts.noneText')} />}
          />
        )}
      </Paged>
    </>
  );
}

const columns = (t: TFunction): readonly Column<sales.ReceiptSummary>[] => [
  {
    label: t('receipts.number'),
    cell: ({ id, number }) => (
      <Link to="/receipts/$id" params={{ id }}>
        {number}
      </Link>
    ),
  },
  { label: t('receipts.on'), cell: ({ on }) => <time dateTime={on}>{formatDate(on)}</time> },
  { label: t('receipts.customer'), cell: ({ customerName }) => customerName },
  {
    label: t('receipts.mode'),
    cell: ({ mode, reference }) => [t(`receipts.modes.${mode}`), reference].filter(Boolean).join(' '),
  },
  { label: t('receipts.amount'), cell: ({ amount }) => formatRupees(amount), isLoud: true, isFigure: true },
  { label: t('receipts.advance'), cell: ({ advance }) => formatRupees(advance), isFigure: true },
  { label: t('receipts.state'), cell: ({ state }) => <ReceiptState state={state} /> },
];
