import { sales } from '@dhanman/client';
import { IconReceiptRefund } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { api } from '../api/signed-api.js';
import { formatRupees } from '../formats/amount.js';
import { formatDate } from '../formats/date.js';
import { PageHeader } from '../layout/page-header.js';
import { NothingYet } from '../patterns/nothing-yet.js';
import { Records, type Column } from '../patterns/records.js';
import { InCompany } from '../sales/in-company.js';
import { listSearch } from '../sales/list-search.js';
import { Paged, SearchField, usePaged } from '../sales/paged.js';
import { creditNotesKey } from './credit-note-queries.js';
import { CreditNoteState } from './credit-note-state.js';
import classes from '../sales/sales.module.css';

const route = getRouteApi('/signed-in-only/credit-notes');

/** What customers owe less, the newest first. */
export function CreditNotesPage() {
  return <InCompany>{({ id }) => <CreditNotes key={id} companyId={id} />}</InCompany>;
}

function CreditNotes({ companyId }: { readonly companyId: string }) {
  const { t } = useTranslation();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const query = usePaged([...creditNotesKey(companyId), search], async (page, signal) => {
    const request = { path: { companyId }, query: { ...search, ...page } };
    return (await api(sales.creditNotesList, request, { signal })).body;
  });
  return (
    <>
      <PageHeader title={t('creditNotes.title')} intro={t('creditNotes.intro')} />
      <div className={classes.filters}>
        <SearchField
          search={search}
          look={(change) => void navigate({ search: listSearch({ ...change }) })}
        />
      </div>
      <Paged query={query}>
        {(rows) => (
          <Records
            label={t('creditNotes.title')}
            rows={rows}
            columns={columns(t)}
            keyOf={({ id }) => id}
            none={
              <NothingYet
                icon={IconReceiptRefund}
                title={t('creditNotes.none')}
                text={t('creditNotes.noneText')}
              />
            }
          />
        )}
      </Paged>
    </>
  );
}

const columns = (t: TFunction): readonly Column<sales.CreditNoteSummary>[] => [
  {
    label: t('creditNotes.number'),
    cell: ({ id, number }) => (
      <Link to="/credit-notes/$id" params={{ id }}>
        {number ?? t('creditNotes.draft')}
      </Link>
    ),
  },
  { label: t('creditNotes.on'), cell: ({ on }) => <time dateTime={on}>{formatDate(on)}</time> },
  { label: t('creditNotes.customer'), cell: ({ customerName }) => customerName },
  {
    label: t('creditNotes.invoice'),
    cell: ({ invoiceId: id, invoiceNumber }) => (
      <Link to="/invoices/$id" params={{ id }}>
        {invoiceNumber}
      </Link>
    ),
  },
  { label: t('creditNotes.reason'), cell: ({ reason }) => t(`creditNotes.reasons.${reason}`) },
  { label: t('creditNotes.total'), cell: ({ total }) => formatRupees(total), isLoud: true, isFigure: true },
  { label: t('creditNotes.state'), cell: ({ state }) => <CreditNoteState state={state} /> },
];
