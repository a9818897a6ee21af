import { sales } from '@dhanman/client';
import { Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { formatRupees } from '../formats/amount.js';
import { formatDate } from '../formats/date.js';
import { ChangeButton } from '../patterns/change-button.js';
import { Records, type Column } from '../patterns/records.js';
import { useChange } from '../patterns/use-change.js';
import { InvoiceState } from '../sales/invoice-state.js';
import making from '../sales/making.module.css';
import { useMay } from '../session/me.js';
import { recurringKey } from './recurring-queries.js';

interface PeriodsProps {
  readonly companyId: string;
  readonly recurring: sales.RecurringInvoice;
}

/** What became of the dates that have come; what failed says why and can be tried again. */
export function Periods({ companyId, recurring }: PeriodsProps) {
  const { t } = useTranslation();
  const may = useMay();
  const { periods, id, version } = recurring;
  const mayRetry = may('dhanman.sales.recurring-invoice.update');
  return (
    <section className={making.part}>
      <h2>{t('recurring.periods')}</h2>
      {periods.length === 0 ? (
        <p>{t('recurring.noPeriods')}</p>
      ) : (
        <Records
          label={t('recurring.periods')}
          rows={periods}
          keyOf={({ on }) => on}
          columns={columns(t)}
          {...(mayRetry && {
            actions: ({ on, state }: sales.RecurringPeriod) =>
              state === 'failed' && <Retry {...{ companyId, id, version, on }} />,
          })}
        />
      )}
    </section>
  );
}

interface RetryProps {
  readonly companyId: string;
  readonly id: string;
  readonly version: number;
  readonly on: string;
}

function Retry({ companyId, id, version, on }: RetryProps) {
  const { t } = useTranslation();
  const key = recurringKey(companyId);
  const submission = useChange(sales.recurringInvoicesRetry, {
    ...{ path: { companyId, id }, version, key },
    bodyOf: () => ({ on }),
  });
  return (
    <ChangeButton submission={submission} variant="default">
      {t('recurring.retry')}
    </ChangeButton>
  );
}

const columns = (t: TFunction): readonly Column<sales.RecurringPeriod>[] => [
  { label: t('recurring.on'), cell: ({ on }) => formatDate(on) },
  {
    label: t('recurring.outcome'),
    cell: ({ invoice, failure }) => (invoice ? <Made invoice={invoice} /> : failure?.reason),
  },
  {
    label: t('recurring.amount'),
    cell: ({ invoice }) => (invoice ? formatRupees(invoice.total) : '–'),
    isFigure: true,
    isLoud: true,
  },
];

function Made({ invoice }: { readonly invoice: NonNullable<sales.RecurringPeriod['invoice']> }) {
  const { t } = useTranslation();
  const { id, number, state, rejection } = invoice;
  return (
    <span className={making.chips}>
      <Link to="/invoices/$id" params={{ id }}>
        {number ?? t('recurring.draftMade')}
      </Link>
      <InvoiceState state={state} />
      {rejection}
    </span>
  );
}
