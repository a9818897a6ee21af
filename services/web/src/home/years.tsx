import { common } from '@dhanman/client';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/signed-api.js';
import { formatAmount } from '../formats/amount.js';
import { Loaded } from '../patterns/loaded.js';
import { Records } from '../patterns/records.js';
import { useYears } from '../session/chosen-year.js';
import { growth } from './growth.js';
import classes from './home-page.module.css';
import { useMonthName } from './use-month-name.js';

const most = 5;

interface Year {
  readonly label: string;
  /** Of a year that goes on until today, no growth is told: it is not whole. */
  readonly isWhole: boolean;
  readonly overview: common.Overview;
}

/** The present year and those before it: each as a whole, and the last two month by month. Asked for when it is unfolded. */
export function Years({ companyId }: { readonly companyId: string }) {
  const { t } = useTranslation();
  const { all } = useYears();
  const [isWanted, setWanted] = useState(false);
  const query = useQuery({
    queryKey: ['overview', companyId, 'years', ...all.map(({ id }) => id)],
    queryFn: ({ signal }) => latest(companyId, all, signal),
    enabled: isWanted,
  });
  if (all.length < 2) return null;
  return (
    <section className={`${classes.overview} ${classes.card}`} aria-label={t('years.title')}>
      <details className={classes.months} onToggle={() => setWanted(true)}>
        <summary>{t('years.byYear')}</summary>
        {isWanted && <Loaded query={query}>{(years) => <Comparison years={years} />}</Loaded>}
      </details>
    </section>
  );
}

type FinancialYear = ReturnType<typeof useYears>['all'][number];

async function latest(
  companyId: string,
  all: readonly FinancialYear[],
  signal: AbortSignal,
): Promise<readonly Year[]> {
  const overviewOn = async (asOf?: string): Promise<common.Overview> =>
    (
      await api(
        common.overviewRead,
        { path: { companyId }, query: asOf === undefined ? {} : { asOf } },
        { signal },
      )
    ).body;
  const today = await overviewOn();
  const begun = all
    .filter(({ startsOn }) => startsOn <= today.asOf)
    .toSorted((one, other) => other.startsOn.localeCompare(one.startsOn));
  const yearOf = async ({ label, startsOn, endsOn }: FinancialYear): Promise<Year> => {
    if (startsOn === today.from) return { label, isWhole: today.asOf === endsOn, overview: today };
    return { label, isWhole: true, overview: await overviewOn(endsOn) };
  };
  return Promise.all(begun.slice(0, most).map(yearOf));
}

function Comparison({ years }: { readonly years: readonly Year[] }) {
  const { t } = useTranslation();
  const [present, before] = years;
  return (
    <>
      <YearsTable years={years} />
      {present && before && (
        <details className={classes.months}>
          <summary>{t('years.byMonth', { year: present.label, before: before.label })}</summary>
          <MonthsBeside present={present} before={before} />
        </details>
      )}
    </>
  );
}

function YearsTable({ years }: { readonly years: readonly Year[] }) {
  const { t } = useTranslation();
  const grown = (year: Year, figure: 'income' | 'expense'): string => {
    const before = years[years.indexOf(year) + 1]?.overview;
    const { currency, [figure]: amount } = year.overview;
    const percent = year.isWhole && before ? growth(amount, before[figure], currency) : undefined;
    return percent === undefined ? '–' : `${percent} %`;
  };
  const amounts = (['income', 'expense', 'result'] as const).map((figure) => ({
    label: t(`overview.${figure}`),
    isFigure: true,
    cell: ({ overview, label }: Year) => <ToYear span={overview} amount={overview[figure]} of={label} />,
  }));
  const growths = (['income', 'expense'] as const).map((figure) => ({
    label: t(`years.growth.${figure}`),
    isFigure: true,
    cell: (year: Year) => grown(year, figure),
  }));
  const name = {
    label: t('years.year'),
    cell: ({ label, isWhole }: Year) => (isWhole ? label : t('years.untilToday', { year: label })),
  };
  return (
    <Records
      label={t('years.byYear')}
      rows={years}
      keyOf={({ label }) => label}
      columns={[name, ...amounts, ...growths]}
    />
  );
}

function MonthsBeside({ present, before }: { readonly present: Year; readonly before: Year }) {
  const { t } = useTranslation();
  const nameOf = useMonthName();
  const twelve = before.overview.months.map((month, index) => ({
    month,
    now: present.overview.months[index],
  }));
  const columns = (['income', 'expense'] as const).flatMap((figure) => [
    {
      label: t('years.figureOf', { figure: t(`overview.${figure}`), year: present.label }),
      isFigure: true,
      cell: ({ now }: (typeof twelve)[number]) =>
        now ? <ToYear span={now} amount={now[figure]} of={present.label} /> : '–',
    },
    {
      label: t('years.figureOf', { figure: t(`overview.${figure}`), year: before.label }),
      isFigure: true,
      cell: ({ month }: (typeof twelve)[number]) => (
        <ToYear span={month} amount={month[figure]} of={before.label} />
      ),
    },
  ]);
  return (
    <Records
      label={t('years.byMonth', { year: present.label, before: before.label })}
      rows={twelve}
      keyOf={({ month }) => month.start}
      columns={[
        { label: t('overview.monthName'), cell: ({ month }) => nameOf(month.start, 'short') },
        ...columns,
      ]}
    />
  );
}

interface ToYearProps {
  readonly span: {
    readonly from?: string;
    readonly start?: string;
    readonly asOf?: string;
    readonly end?: string;
  };
  readonly amount: string;
  readonly of: string;
}

/** An amount, and the statement it is from. */
function ToYear({ span, amount, of }: ToYearProps) {
  const [from, asOf] = [span.from ?? span.start, span.asOf ?? span.end];
  return (
    <Link
      to="/reports/$name"
      params={{ name: 'profit-and-loss' }}
      search={{ ...(from !== undefined && { from }), ...(asOf !== undefined && { asOf }) }}
      aria-label={`${formatAmount(amount)}, ${of}`}
    >
      {formatAmount(amount)}
    </Link>
  );
}
