import { sales } from '@dhanman/client';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { wordsFor } from '../language/fields.js';
import { formatRupees } from '../formats/amount.js';
import { formatDate } from '../formats/date.js';
import { PageHeader } from '../layout/page-header.js';
import { Loaded } from '../patterns/loaded.js';
import { RefundsOfCredit } from '../refunds/refunds-of-credit.js';
import { InCompany } from '../sales/in-company.js';
import { Paper } from '../sales/paper.js';
import { ToJourney } from '../sales/to-journey.js';
import { useMay } from '../session/me.js';
import { Allocations } from './allocations.js';
import { ReceiptDecisions } from './receipt-decisions.js';
import { useReceipt } from './receipt-queries.js';
import { Postings } from './postings.js';
import { ReceiptState } from './receipt-state.js';
import classes from './receipts.module.css';
import saleClasses from '../sales/sales.module.css';

const route = getRouteApi('/signed-in-only/receipts/$id');

/** One receipt: the money, what it has settled, what the ledger says to it, and what is to be done with it. */
export function ReceiptPage() {
  const { id } = route.useParams();
  return <InCompany>{({ id: companyId }) => <Receipt companyId={companyId} id={id} />}</InCompany>;
}

function Receipt({ companyId, id }: { readonly companyId: string; readonly id: string }) {
  return (
    <Loaded query={useReceipt(companyId, id)}>{(receipt) => <Shown {...{ companyId, receipt }} />}</Loaded>
  );
}

interface ShownProps {
  readonly companyId: string;
  readonly receipt: sales.Receipt;
}

function Shown({ companyId, receipt }: ShownProps) {
  const { t } = useTranslation();
  const { number, mode, reference, state } = receipt;
  const may = useMay();
  const canRelease = state === 'posted' && may('dhanman.sales.receipt.allocate');
  const means = [t(`receipts.modes.${mode}`), reference].filter(Boolean).join(' ');
  return (
    <>
      <PageHeader title={number} intro={means} />
      <Facts receipt={receipt} />
      <Amounts receipt={receipt} />
      <ReceiptDecisions {...{ companyId, receipt }} />
      {isInBooks(receipt) && <Paper document="receipt" {...{ companyId, id: receipt.id }} />}
      <Allocations
        {...{ companyId, giver: receipt }}
        release={canRelease ? sales.receiptsRelease : undefined}
      />
      <RefundsOfCredit companyId={companyId} creditId={receipt.id} />
      <Postings postings={receipt.postings} />
    </>
  );
}

/** From then on its paper is kept, also when it is taken back again. */
function isInBooks({ postings }: sales.Receipt): boolean {
  return postings.some(({ purpose, entryId }) => purpose === 'receive' && entryId !== null);
}

function Facts({ receipt }: Pick<ShownProps, 'receipt'>) {
  const { t } = useTranslation();
  const { state, customerId, customerName, on, notes, rejection, undoneOn, undoneReason, sameReference } =
    receipt;
  return (
    <>
      <div className={saleClasses.facts}>
        <ReceiptState state={state} />
        <Link to="/customers/$id" params={{ id: customerId }}>
          {customerName}
        </Link>
        <time dateTime={on}>{formatDate(on)}</time>
        <ToJourney number={receipt.number} />
        {notes !== null && <span>{notes}</span>}
      </div>
      {undoneOn !== null && (
        <p role="status">
          {t('receipts.undone', { on: formatDate(undoneOn) })} {undoneReason}
        </p>
      )}
      {rejection && (
        <p role="alert" className={saleClasses.rejection}>
          {t('receipts.rejected')} {wordsFor({ ...rejection, message: rejection.reason })}
        </p>
      )}
      {sameReference.length > 0 && (
        <p role="status">
          {t('receipts.sameReference')}{' '}
          {sameReference.map(({ id, number }) => (
            <Link key={id} to="/receipts/$id" params={{ id }}>
              {number}{' '}
            </Link>
          ))}
        </p>
      )}
    </>
  );
}

function Amounts({ receipt: { amount, tds, allocated, advance } }: Pick<ShownProps, 'receipt'>) {
  const { t } = useTranslation();
  const shown = { amount, ...(/[1-9]/.test(tds) && { tds }), allocated, advance };
  return (
    <dl className={`numbers ${classes.money}`} aria-label={t('receipts.money')}>
      {Object.entries(shown).map(([name, value]) => (
        <div key={name}>
          <dt>{t(`receipts.${name as keyof typeof shown}`)}</dt>
          <dd>{formatRupees(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
