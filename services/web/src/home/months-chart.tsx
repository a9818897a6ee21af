import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatRupees } from '../formats/amount.js';
import { barHeights } from './bar-heights.js';
import classes from './months-chart.module.css';
import { useMonthName } from './use-month-name.js';

interface Bar {
  /** How it is drawn; told apart without colour too. */
  readonly look: 'full' | 'striped' | 'outlined' | 'dotted';
  readonly label: string;
}

interface Month {
  readonly start: string;
  readonly end: string;
  /** One for each of the bars. */
  readonly amounts: readonly string[];
}

export interface MonthLinkProps {
  readonly month: Month;
  readonly label: string;
  readonly children: ReactNode;
}

interface MonthsChartProps {
  readonly title: string;
  readonly currency: string;
  readonly bars: readonly Bar[];
  readonly months: readonly Month[];
  /** What a month opens. */
  readonly MonthLink: (props: MonthLinkProps) => ReactNode;
}

/** A group of bars for each month; the month opens what it is made of. */
export function MonthsChart({ title, currency, bars, months, MonthLink }: MonthsChartProps) {
  const nameOf = useMonthName();
  const labelOf = useMonthLabel(bars);
  const heights = barHeights(
    months.flatMap(({ amounts }) => amounts),
    currency,
  );
  return (
    <figure className={classes.chart}>
      <figcaption>
        <span className={classes.title}>{title}</span>
        {bars.map(({ look, label }) => (
          <span key={look} className={classes.key} data-look={look}>
            {label}
          </span>
        ))}
      </figcaption>
      <ol>
        {months.map((month, place) => (
          <li key={month.start}>
            <MonthLink month={month} label={labelOf(month)}>
              <span className={classes.bars} aria-hidden>
                {bars.map(({ look }, index) => (
                  <span
                    key={look}
                    data-look={look}
                    style={{ height: `${String(heights[place * bars.length + index] ?? 0)}%` }}
                  />
                ))}
              </span>
              <span aria-hidden>{nameOf(month.start, 'short')}</span>
            </MonthLink>
          </li>
        ))}
      </ol>
    </figure>
  );
}

function useMonthLabel(bars: readonly Bar[]): (month: Month) => string {
  const { t } = useTranslation();
  const nameOf = useMonthName();
  return ({ start, amounts }) =>
    t('overview.month', {
      // It begins with what is seen, for those who say it to their device.
      month: `${nameOf(start, 'short')} ${start.slice(0, 4)}`,
      figures: bars.map(({ label }, index) => `${label} ${formatRupees(amounts[index] ?? '0')}`).join(', '),
    });
}

/** To what was earned and spent in the month. */
export function ToStatement({ month: { start, end }, label, children }: MonthLinkProps) {
  return (
    <Link
      to="/reports/$name"
      params={{ name: 'profit-and-loss' }}
      search={{ from: start, asOf: end }}
      aria-label={label}
    >
      {children}
    </Link>
  );
}

/** To the bills of the month. */
export function ToBills({ month: { start, end }, label, children }: MonthLinkProps) {
  return (
    <Link to="/invoices" search={{ from: start, until: end }} aria-label={label}>
      {children}
    </Link>
  );
}
