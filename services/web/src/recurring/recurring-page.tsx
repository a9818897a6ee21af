import type { sales } from '@dhanman/client';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../layout/page-header.js';
import { Loaded } from '../patterns/loaded.js';
import { InCompany } from '../sales/in-company.js';
import { useMay } from '../session/me.js';
import { Periods } from './periods.js';
import { RecurringDecisions } from './recurring-decisions.js';
import { RecurringEditor } from './recurring-editor.js';
import { useRecurring } from './recurring-queries.js';
import { RecurringState } from './recurring-state.js';
import { Upcoming } from './upcoming.js';

const route = getRouteApi('/signed-in-only/invoices/recurring/$id');

export function NewRecurringPage() {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader title={t('recurring.write')} intro={t('recurring.writeIntro')} />
      <InCompany>{({ id }) => <RecurringEditor key={id} companyId={id} />}</InCompany>
    </>
  );
}

/** One of them: what comes next, what came of it, and what is to be done with it. */
export function RecurringPage() {
  const { id } = route.useParams();
  return <InCompany>{({ id: companyId }) => <Recurring companyId={companyId} id={id} />}</InCompany>;
}

function Recurring({ companyId, id }: { readonly companyId: string; readonly id: string }) {
  return (
    <Loaded query={useRecurring(companyId, id)}>
      {(recurring) => <Shown companyId={companyId} recurring={recurring} />}
    </Loaded>
  );
}

interface ShownProps {
  readonly companyId: string;
  readonly recurring: sales.RecurringInvoice;
}

function Shown({ companyId, recurring }: ShownProps) {
  const mayUpdate = useMay()('dhanman.sales.recurring-invoice.update');
  const { id, name, customerName, state, version, upcoming } = recurring;
  const mayEdit = mayUpdate && state !== 'discarded';
  return (
    <>
      <PageHeader title={name} intro={customerName} action={<RecurringState recurring={recurring} />} />
      {mayUpdate && <RecurringDecisions {...{ companyId, recurring }} />}
      <Periods {...{ companyId, recurring }} />
      {mayEdit ? (
        <RecurringEditor key={`${id} ${String(version)}`} {...{ companyId, recurring }} />
      ) : (
        <Upcoming upcoming={upcoming} />
      )}
    </>
  );
}
