import { sales } from '@dhanman/client';
import { PlainDate } from '@dhanman/kernel';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../api/signed-api.js';
import { formatRupees } from '../formats/amount.js';
import { Loaded } from '../patterns/loaded.js';
import { useDaysOfYear } from '../session/chosen-year.js';
import classes from './home-page.module.css';
import { MonthsChart, ToBills } from './months-chart.js';
import { OldestBills } from './oldest-bills.js';
import { BillsTile } from './tile.js';

interface CollectingProps {
  readonly companyId: string;
}

/** What was billed in the year one works in, and how much of it has come. Every figure leads to its bills. */
export function Collecting({ companyId }: CollectingProps) {
  const { t } = useTranslation();
  const { asOf } = useDaysOfYear();
  const query = useQuery({
    queryKey: ['collecting', companyId, asOf],
    queryFn: async ({ signal }) => {
      const request = { path: { companyId }, query: asOf === undefined ? {} : { until: asOf } };
      return (await api(sales.receivablesFigures, request, { signal })).body;
    },
  });
  const title = t('collecting.title');
  return (
    <section className={classes.overview} aria-label={title}>
      <h2>{title}</h2>
      <Loaded query={query}>{(figures) => <Figures figures={figures} />}</Loaded>
      <OldestBills companyId={companyId} />
    </section>
  );
}

function Figures({ figures }: { readonly figures: sales.InvoiceFigures }) {
  const { t } = useTranslation();
  const { from, until, paid, unpaid, overdue, writtenOff, all, amountPaidShare, months, currency } = figures;
  if (all.count === 0) return <p className={classes.next}>{t('collecting.none')}</p>;
  const of = { from, until };
  return (
    <>
      <div className={classes.tiles}>
        <BillsTile label={t('collecting.collected')} amount={paid.amount} search={of}>
          {t('collecting.of', {
            paid: `${amountPaidShare ?? '0'} %`,
            all: formatRupees(all.amount),
            count: all.count,
          })}
          {writtenOff.amount !== '0.00' &&
            ` ${t('collecting.writtenOff', { amount: formatRupees(writtenOff.amount) })}`}
          <progress className={classes.share} max={100} value={amountPaidShare ?? 0} aria-hidden />
        </BillsTile>
        <BillsTile label={t('collecting.open')} amount={unpaid.amount} search={{ ...of, payment: 'open' }}>
          {t('collecting.bills', { count: unpaid.count })}
        </BillsTile>
        <BillsTile
          label={t('collecting.late')}
          amount={overdue.amount}
          search={{ ...of, payment: 'overdue' }}
        >
          {t('collecting.bills', { count: overdue.count })}
        </BillsTile>
      </div>
      <div className={classes.card}>
        <MonthsChart
          title={t('collecting.chart')}
          currency={currency}
          bars={[
            { look: 'full', label: t('collecting.billed') },
            { look: 'striped', label: t('collecting.received') },
          ]}
          months={months.map(({ month, billed, collected }) => ({
            ...daysOf(month),
            amounts: [billed, collected],
          }))}
          MonthLink={ToBills}
        />
        <p className={classes.next}>{t('collecting.note')}</p>
      </div>
    </>
  );
}

function daysOf(month: string): { readonly start: string; readonly end: string } {
  const start = PlainDate.parse(`${month}-01`);
  return { start: start.toString(), end: start.endOfMonth().toString() };
}
