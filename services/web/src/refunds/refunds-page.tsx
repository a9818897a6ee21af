import { sales } from '@dhanman/client';
import { IconCashMoveBack, IconPlus } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
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
import { RefundFilters } from './refund-filters.js';
import { refundsKey } from './refund-queries.js';
import { refundsSearch } from './refund-search.js';
import { RefundState } from './refund-state.js';
import { ToCredit } from './to-credit.js';

const route = getRouteApi('/signed-in-only/refunds');

/** What was paid back to customers, the newest first. */
export function RefundsPage() {
  return <InCompany>{({ id }) => <Refunds key={id} companyId={id} />}</InCompany>;
}

function Refunds({ companyId }: { readonly companyId: string }) {
  const { t } = useTranslation();
  const may = useMay();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const query = usePaged(
    [...refundsKey(companyId), search],
    async (page, signal) => {
      const request = { path: { companyId }, query: { ...search, ...page } };
      return (await api(sales.refundsList, request, { signal })).body;
    },
    { isMoving: ({ state }) => state === 'waiting' || state === 'undoing' },
  );
  const write = may('dhanman.sales.refund.create') && (
    <LinkButton
      to="/refunds/new"
      aria-keyshortcuts="n"
      leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}
    >
      {t('refunds.write')}
    </LinkButton>
  );
  const none = <NothingYet icon={IconCashMoveBack} title={t('refunds.none')} text={t('refunds.noneText')} />;
  return (
    <>
      <PageHeader title={t('refunds.title')} intro={t('refunds.intro')} action={write} />
      <RefundFilters
        search={search}
        look={(change) => void navigate({ search: refundsSearch({ ...search, ...change }) })}
      />
      <Paged query={query}>
        {(rows) => (
          <Records
            label={t('refunds.title')}
            rows={rows}
            columns={columns(t)}
            keyOf={({ id }) => id}
            none={none}
          />
        )}
      </Paged>
    </>
  );
}

const columns = (t: TFunction): readonly Column<sales.RefundSummary>[] => [
  {
    label: t('receipts.number'),
    cell: ({ id, number }) => (
      <Link to="/refunds/$id" params={{ id }}>
        {number}
      </Link>
    ),
  },
  { label: t('receipts.on'), cell: ({ on }) => <time dateTime={on}>{formatDate(on)}</time> },
  { label: t('receipts.customer'), cell: ({ customerName }) => customerName },
  { label: t('refunds.from'), cell: ({ credit }) => <ToCredit credit={credit} /> },
  {
    label: t('receipts.mode'),
    cell: ({ mode, reference }) => [t(`receipts.modes.${mode}`), reference].filter(Boolean).join(' '),
  },
  { label: t('receipts.amount'), cell: ({ amount }) => formatRupees(amount), isLoud: true, isFigure: true },
  { label: t('receipts.state'), cell: ({ state }) => <RefundState state={state} /> },
];
