import type { sales } from '@dhanman/client';
import { Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { formatRupees } from '../formats/amount.js';
import { formatDate } from '../formats/date.js';
import { LinkButton } from '../patterns/link-button.js';
import { type Column, Records } from '../patterns/records.js';
import { useMay } from '../session/me.js';
import { useRefundsOf } from './refund-queries.js';
import { RefundState } from './refund-state.js';
import classes from '../receipts/receipts.module.css';

interface RefundsOfCreditProps {
  readonly companyId: string;
  readonly creditId: string;
}

/** What of a receipt or a credit note went back to the customer. */
export function RefundsOfCredit({ companyId, creditId }: RefundsOfCreditProps) {
  const { t } = useTranslation();
  const { data: refunds = [] } = useRefundsOf(companyId, creditId);
  if (refunds.length === 0) return null;
  return (
    <section className={classes.section} aria-label={t('refunds.paidBack')}>
      <h2>{t('refunds.paidBack')}</h2>
      <Records label={t('refunds.paidBack')} rows={refunds} keyOf={({ id }) => id} columns={columns(t)} />
    </section>
  );
}

interface PayBackProps {
  readonly credit: Pick<sales.Receipt | sales.CreditNote, 'id' | 'customerId' | 'advance' | 'state'>;
}

/** The way to pay back what is left of a receipt or a credit note that the ledger has. */
export function PayBack({ credit: { id: creditId, customerId, advance, state } }: PayBackProps) {
  const { t } = useTranslation();
  const may = useMay();
  if (state !== 'posted' || !/[1-9]/.test(advance) || !may('dhanman.sales.refund.create')) return null;
  return (
    <LinkButton to="/refunds/new" search={{ customerId, creditId }} variant="default">
      {t('refunds.payBack')}
    </LinkButton>
  );
}

const columns = (t: TFunction): readonly Column<sales.RefundSummary>[] => [
  {
    label: t('receipts.number'),
    cell: ({ id, number }) => (
      <Link to="/refunds/$id" params={{ id }}>
        {number}
      </Link>
    ),
  },
  { label: t('receipts.on'), cell: ({ on }) => formatDate(on) },
  { label: t('receipts.amount'), cell: ({ amount }) => formatRupees(amount), isFigure: true, isLoud: true },
  { label: t('receipts.state'), cell: ({ state }) => <RefundState state={state} /> },
];
