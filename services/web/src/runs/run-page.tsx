import type { sales } from '@dhanman/client';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatRupees } from '../formats/amount.js';
import { formatDate } from '../formats/date.js';
import { PageHeader } from '../layout/page-header.js';
import { Loaded } from '../patterns/loaded.js';
import { InCompany } from '../sales/in-company.js';
import { useMay } from '../session/me.js';
import { RunBills } from './run-bills.js';
import { RunDecisions } from './run-decisions.js';
import { Figure } from './run-preview.js';
import { useRun } from './run-queries.js';
import { RunState } from './run-state.js';
import classes from './runs.module.css';

const route = getRouteApi('/signed-in-only/invoices/runs/$id');

/** One run: how far it is, what it made, what was refused and why. */
export function RunPage() {
  const { id } = route.useParams();
  return (
    <InCompany>
      {({ id: companyId }) => <Run key={`${companyId} ${id}`} companyId={companyId} id={id} />}
    </InCompany>
  );
}

function Run({ companyId, id }: { readonly companyId: string; readonly id: string }) {
  const mayUpdate = useMay()('dhanman.sales.invoice-run.update');
  return (
    <Loaded query={useRun(companyId, id)}>
      {(run) => (
        <>
          <PageHeader title={run.name} action={<RunState run={run} />} />
          {mayUpdate && <RunDecisions {...{ companyId, run }} />}
          <Progress run={run} />
          <RunBills {...{ companyId, run }} />
        </>
      )}
    </Loaded>
  );
}

function Progress({ run }: { readonly run: sales.InvoiceRun }) {
  const { t } = useTranslation();
  const { made, waiting, failed, total, on, dueOn, makes } = run;
  const all = made + waiting + failed;
  return (
    <section aria-label={t('runs.progress')}>
      <progress
        className={classes.progress}
        max={all}
        value={made + failed}
        aria-label={t('runs.madeOf', { made, all })}
      />
      <dl className={classes.figures}>
        <Figure label={t('runs.bills')}>{t('runs.madeOf', { made, all })}</Figure>
        <Figure label={t('runs.total')}>{formatRupees(total)}</Figure>
        <Figure label={t('runs.billStates.waiting')}>{waiting}</Figure>
        <Figure label={t('runs.billStates.failed')}>{failed}</Figure>
        <Figure label={t('runs.on')}>{formatDate(on)}</Figure>
        {dueOn !== null && <Figure label={t('runs.dueOn')}>{formatDate(dueOn)}</Figure>}
        <Figure label={t('runs.makes')}>{t(`runs.making.${makes}`)}</Figure>
      </dl>
    </section>
  );
}
