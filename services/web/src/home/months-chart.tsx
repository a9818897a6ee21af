import type { common } from '@dhanman/client';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatRupees } from '../formats/amount.js';
import { barHeights } from './bar-heights.js';
import classes from './months-chart.module.css';
import { useMonthName } from './use-month-name.js';

interface MonthsChartProps {
  readonly months: readonly common.OverviewMonth[];
  readonly currency: string;
}

/** A pair of bars for each month; the month opens its own statement. */
export function MonthsChart({ months, currency }: MonthsChartProps) {
  const { t } = useTranslation();
  const nameOf = useMonthName();
  const heights = barHeights(
    months.flatMap(({ income, expense }) => [income, expense]),
    currency,
  );
  return (
    <figure className={classes.chart}>
      <figcaption>
        <span className={classes.title}>{t('overview.chart')}</span>
        <span className={classes.key} data-of="income">
          {t('overview.income')}
        </span>
        <span className={classes.key} data-of="expense">
          {t('overview.expense')}
        </span>
      </figcaption>
      <ol>
        {months.map(({ start, end, income, expense }, index) => (
          <li key={start}>
            <Link
              to="/reports/$name"
              params={{ name: 'profit-and-loss' }}
              search={{ from: start, asOf: end }}
              aria-label={t('overview.month', {
                // It begins with what is seen, for those who say it to their device.
                month: `${nameOf(start, 'short')} ${start.slice(0, 4)}`,
                income: formatRupees(income),
                expense: formatRupees(expense),
              })}
            >
              <span className={classes.bars} aria-hidden>
                <span data-of="income" style={{ height: `${String(heights[index * 2] ?? 0)}%` }} />
                <span data-of="expense" style={{ height: `${String(heights[index * 2 + 1] ?? 0)}%` }} />
              </span>
              <span aria-hidden>{nameOf(start, 'short')}</span>
            </Link>
          </li>
        ))}
      </ol>
    </figure>
  );
}
