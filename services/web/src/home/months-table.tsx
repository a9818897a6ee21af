import type { common } from '@dhanman/client';
import { useTranslation } from 'react-i18next';
import { formatAmount } from '../formats/amount.js';
import { Records } from '../patterns/records.js';
import classes from './home-page.module.css';
import { useMonthName } from './use-month-name.js';

const figures = ['income', 'expense', 'cashIn', 'cashOut', 'cash', 'receivable', 'payable'] as const;

/** What the bars show, and more, in numbers. */
export function MonthsTable({ months }: { readonly months: readonly common.OverviewMonth[] }) {
  const { t } = useTranslation();
  const nameOf = useMonthName();
  const columns = figures.map((figure) => ({
    label: t(`overview.${figure}`),
    cell: (month: common.OverviewMonth) => formatAmount(month[figure]),
  }));
  return (
    <details className={classes.months}>
      <summary>{t('overview.months')}</summary>
      <Records
        label={t('overview.months')}
        rows={months}
        keyOf={({ start }) => start}
        columns={[{ label: t('overview.monthName'), cell: ({ start }) => nameOf(start, 'long') }, ...columns]}
      />
      <p className={classes.next}>{t('overview.moneyNote')}</p>
    </details>
  );
}
