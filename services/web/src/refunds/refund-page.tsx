import type { sales } from '@dhanman/client';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatRupees } from '../formats/amount.js';
import { formatDate } from '../formats/date.js';
import { PageHeader } from '../layout/page-header.js';
import { Loaded } from '../patterns/loaded.js';
import { Postings } from '../receipts/postings.js';
import { InCompany } from '../sales/in-company.js';
import { ToJourney } from '../sales/to-journey.js';
import { RefundDecisions } from './refund-decisions.js';
import { useRefund } from './refund-queries.js';
import { RefundState } from './refund-state.js';
import { TakenBack } from './taken-back.js';
import { ToCredit } from './to-credit.js';
import classes from '../sales/sales.module.css';

const route = getRouteApi('/signed-in-only/refunds/$id');

/** One refund: the money, where it came from, what the ledger says to it, and what is to be done with it. */
export function RefundPage() {
  const { id } = route.useParams();
  return <InCompany>{({ id: companyId }) => <Refund companyId={companyId} id={id} />}</InCompany>;
}

function Refund({ companyId, id }: { readonly companyId: string; readonly id: string }) {
  return <Loaded query={useRefund(companyId, id)}>{(refund) => <Shown {...{ companyId, refund }} />}</Loaded>;
}

interface ShownProps {
  readonly companyId: string;
  readonly refund: sales.Refund;
}

function Shown({ companyId, refund }: ShownProps) {
  const { t } = useTranslation();
  const { number, mode, reference, amount, postings } = refund;
  const means = [formatRupees(amount), t(`receipts.modes.${mode}`), reference].filter(Boolean).join(' · ');
  return (
    <>
      <PageHeader title={number} intro={means} />
      <Facts refund={refund} />
      <TakenBack document={refund} />
      <RefundDecisions {...{ companyId, refund }} />
      <Postings postings={postings} />
    </>
  );
}

function Facts({ refund }: Pick<ShownProps, 'refund'>) {
  const { t } = useTranslation();
  const { state, customerId, customerName, on, credit, account, notes, number } = refund;
  return (
    <div className={classes.facts}>
      <RefundState state={state} />
      <Link to="/customers/$id" params={{ id: customerId }}>
        {customerName}
      </Link>
      <time dateTime={on}>{formatDate(on)}</time>
      <span>
        {t('refunds.from')} <ToCredit credit={credit} />
      </span>
      {account !== null && <span>{t('refunds.account', { account })}</span>}
      <ToJourney number={number} />
      {notes !== null && <span>{notes}</span>}
    </div>
  );
}
