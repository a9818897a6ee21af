import type { sales } from '@dhanman/client';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { formatRupees } from '../formats/amount.js';
import { formatDate } from '../formats/date.js';
import { Records, type Column } from '../patterns/records.js';
import making from '../sales/making.module.css';

type UpcomingInvoice = sales.RecurringPreview['upcoming'][number];

/** The next invoices with what would be on them as things stand. */
export function Upcoming({ upcoming }: { readonly upcoming: readonly UpcomingInvoice[] }) {
  const { t } = useTranslation();
  if (upcoming.length === 0) return null;
  return (
    <section className={making.part}>
      <h2>{t('recurring.upcoming')}</h2>
      <Records label={t('recurring.upcoming')} rows={upcoming} keyOf={({ on }) => on} columns={columns(t)} />
    </section>
  );
}

const columns = (t: TFunction): readonly Column<UpcomingInvoice>[] => [
  { label: t('recurring.on'), cell: ({ on }) => formatDate(on) },
  {
    label: t('recurring.amount'),
    cell: ({ total, problem }) => (total === null ? problem : formatRupees(total)),
    isFigure: true,
    isLoud: true,
  },
];
