import type { sales } from '@dhanman/client';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatRupees } from '../formats/amount.js';
import { formatDate } from '../formats/date.js';
import { PageHeader } from '../layout/page-header.js';
import { Loaded } from '../patterns/loaded.js';
import { Postings } from '../receipts/postings.js';
import { RefundState } from '../refunds/refund-state.js';
import { TakenBack } from '../refunds/taken-back.js';
import { InCompany } from '../sales/in-company.js';
import { ToJourney } from '../sales/to-journey.js';
import { WriteOffDecisions } from './write-off-decisions.js';
import { useWriteOff } from './write-off-queries.js';
import classes from '../sales/sales.module.css';

const route = getRouteApi('/signed-in-only/write-offs/$id');

/** One write-off: of what and why, what the ledger says to it, and what is to be done with it. */
export function WriteOffPage() {
  const { id } = route.useParams();
  return <InCompany>{({ id: companyId }) => <WriteOff companyId={companyId} id={id} />}</InCompany>;
}

function WriteOff({ companyId, id }: { readonly companyId: string; readonly id: string }) {
  const { t } = useTranslation();
  return (
    <Loaded query={useWriteOff(companyId, id)}>
      {(writeOff) => (
        <>
          <PageHeader
            title={writeOff.number}
            intro={`${formatRupees(writeOff.amount)} · ${t('writeOffs.badDebt')}`}
          />
          <Facts writeOff={writeOff} />
          <TakenBack document={writeOff} />
          <WriteOffDecisions {...{ companyId, writeOff }} />
          <Postings postings={writeOff.postings} />
        </>
      )}
    </Loaded>
  );
}

function Facts({ writeOff }: { readonly writeOff: sales.WriteOff }) {
  const { t } = useTranslation();
  const { state, customerId, customerName, on, invoiceId, invoiceNumber, reason, number } = writeOff;
  return (
    <>
      <div className={classes.facts}>
        <RefundState state={state} />
        <Link to="/customers/$id" params={{ id: customerId }}>
          {customerName}
        </Link>
        <time dateTime={on}>{formatDate(on)}</time>
        <span>
          {t('receipts.invoice')}{' '}
          <Link to="/invoices/$id" params={{ id: invoiceId }}>
            {invoiceNumber}
          </Link>
        </span>
        <ToJourney number={number} />
        <span>{reason}</span>
      </div>
      <p>{t('writeOffs.taxStays')}</p>
    </>
  );
}
