import type { sales } from '@dhanman/client';
import { IconCalendarRepeat, IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../formats/date.js';
import { PageHeader } from '../layout/page-header.js';
import { LinkButton } from '../patterns/link-button.js';
import { Loaded } from '../patterns/loaded.js';
import { NothingYet } from '../patterns/nothing-yet.js';
import { Records, type Column } from '../patterns/records.js';
import { InCompany } from '../sales/in-company.js';
import { useMay } from '../session/me.js';
import { useRecurringList } from './recurring-queries.js';
import { RecurringState } from './recurring-state.js';

export function RecurringListPage() {
  return <InCompany>{({ id }) => <Recurring key={id} companyId={id} />}</InCompany>;
}

function Recurring({ companyId }: { readonly companyId: string }) {
  const { t } = useTranslation();
  const may = useMay();
  const write = may('dhanman.sales.recurring-invoice.create') && (
    <LinkButton
      to="/invoices/recurring/new"
      aria-keyshortcuts="n"
      leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}
    >
      {t('recurring.write')}
    </LinkButton>
  );
  return (
    <>
      <PageHeader title={t('recurring.title')} intro={t('recurring.intro')} action={write} />
      <Loaded query={useRecurringList(companyId)}>
        {(rows) => (
          <Records
            label={t('recurring.title')}
            rows={rows}
            columns={columns(t)}
            keyOf={({ id }) => id}
            none={
              <NothingYet
                icon={IconCalendarRepeat}
                title={t('recurring.none')}
                text={t('recurring.noneText')}
              />
            }
          />
        )}
      </Loaded>
    </>
  );
}

const columns = (t: TFunction): readonly Column<sales.RecurringInvoiceSummary>[] => [
  {
    label: t('recurring.name'),
    cell: ({ id, name }) => (
      <Link to="/invoices/recurring/$id" params={{ id }}>
        {name}
      </Link>
    ),
  },
  { label: t('recurring.customer'), cell: ({ customerName }) => customerName },
  { label: t('recurring.rhythm'), cell: ({ rhythm }) => t(`recurring.every.${rhythm.every}`) },
  { label: t('recurring.makes'), cell: ({ makes }) => t(`recurring.making.${makes}`) },
  { label: t('recurring.next'), cell: ({ nextOn }) => (nextOn === null ? '–' : formatDate(nextOn)) },
  {
    label: t('recurring.state'),
    cell: (recurring) => <RecurringState recurring={recurring} />,
    isLoud: true,
  },
];
