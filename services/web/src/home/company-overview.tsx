import { common } from '@dhanman/client';
import { EmptyState } from '@mantine/core';
import { IconChartBar } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../api/signed-api.js';
import { formatRupees } from '../formats/amount.js';
import { formatDate } from '../formats/date.js';
import { Loaded } from '../patterns/loaded.js';
import { useDaysOfYear } from '../session/chosen-year.js';
import classes from './home-page.module.css';
import { MonthsChart, ToStatement } from './months-chart.js';
import { MonthsTable } from './months-table.js';
import { Tile } from './tile.js';

/** How the company stands in the year one works in. Every figure leads to the report it is from. */
export function CompanyOverview({ companyId }: { readonly companyId: string }) {
  const { asOf } = useDaysOfYear();
  const query = useQuery({
    queryKey: ['overview', companyId, asOf],
    queryFn: async ({ signal }) => {
      const request = { path: { companyId }, query: asOf === undefined ? {} : { asOf } };
      return (await api(common.overviewRead, request, { signal })).body;
    },
  });
  return (
    <Loaded query={query}>{(overview) => <Figures overview={overview} isPast={asOf !== undefined} />}</Loaded>
  );
}

/** What was earned and what came in, what was spent and what went out. */
const series = [
  { figure: 'income', look: 'full' },
  { figure: 'cashIn', look: 'striped' },
  { figure: 'expense', look: 'outlined' },
  { figure: 'cashOut', look: 'dotted' },
] as const;

interface FiguresProps {
  readonly overview: common.Overview;
  readonly isPast: boolean;
}

function Figures({ overview, isPast }: FiguresProps) {
  const { t } = useTranslation();
  const { from, asOf, income, expense, result, cash, receivable, payable, months } = overview;
  const day = formatDate(asOf);
  const title = isPast
    ? t('overview.earlier', { from: formatDate(from), day })
    : t('overview.title', { day });
  const isEmpty = [income, expense, cash, receivable, payable].every((amount) => /^[0.]+$/.test(amount));
  const of = { from, asOf };
  return (
    <section className={classes.overview} aria-label={title}>
      <h2>{title}</h2>
      <div className={classes.tiles}>
        <Tile label={t('overview.cash')} amount={cash} report="bank-book" search={of} />
        <Tile label={t('overview.receivable')} amount={receivable} report="balance-sheet" search={of} />
        <Tile label={t('overview.payable')} amount={payable} report="balance-sheet" search={of} />
        <Tile label={t('overview.result')} amount={result} report="profit-and-loss" search={of}>
          {t('overview.resultOf', { income: formatRupees(income), expense: formatRupees(expense) })}
        </Tile>
      </div>
      {isEmpty ? (
        <EmptyState
          icon={<IconChartBar size={28} stroke={1.5} aria-hidden />}
          title={t('overview.none')}
          description={t('overview.noneText')}
        />
      ) : (
        <div className={classes.card}>
          <MonthsChart
            title={t('overview.chart')}
            currency={overview.currency}
            bars={series.map(({ figure, look }) => ({ look, label: t(`overview.${figure}`) }))}
            months={months.map((month) => ({
              ...{ start: month.start, end: month.end },
              amounts: series.map(({ figure }) => month[figure]),
            }))}
            MonthLink={ToStatement}
          />
          <MonthsTable months={months} />
        </div>
      )}
    </section>
  );
}
