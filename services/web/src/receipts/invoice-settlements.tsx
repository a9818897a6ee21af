import type { sales } from '@dhanman/client';
import {
  IconCircleCheck,
  IconCircleDashed,
  IconCircleOff,
  IconClockExclamation,
  IconProgress,
} from '@tabler/icons-react';
import { Money } from '@dhanman/kernel';
import { Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { formatRupees } from '../formats/amount.js';
import { formatDate } from '../formats/date.js';
import { LinkButton } from '../patterns/link-button.js';
import { Records, type Column } from '../patterns/records.js';
import { StateChip } from '../patterns/state-chip.js';
import { useMay } from '../session/me.js';
import { useSettlements } from './receipt-queries.js';
import classes from './receipts.module.css';

/** Not only what was paid is settled. */
export const isSettled = ({ payment }: Pick<sales.InvoiceSummary, 'payment'>): boolean =>
  payment === 'paid' || payment === 'written-off';

const looks = {
  unpaid: { tone: 'neutral', icon: IconCircleDashed },
  'partly-paid': { tone: 'progress', icon: IconProgress },
  paid: { tone: 'good', icon: IconCircleCheck },
  'written-off': { tone: 'neutral', icon: IconCircleOff },
  late: { tone: 'bad', icon: IconClockExclamation },
} as const;

/** Whether an invoice is paid; nothing of one that does not stand. */
export function PaymentChip({ payment, isOverdue }: Pick<sales.InvoiceSummary, 'payment' | 'isOverdue'>) {
  const { t } = useTranslation();
  if (payment === null) return null;
  const word = t(`receipts.payments.${payment}`);
  if (!isOverdue) return <StateChip {...looks[payment]}>{word}</StateChip>;
  return <StateChip {...looks.late}>{`${word}, ${t('receipts.late')}`}</StateChip>;
}

interface InvoiceSettlementsProps {
  readonly companyId: string;
  readonly invoice: sales.Invoice;
}

/** What is open of an invoice, and what has settled the rest. */
export function InvoiceSettlements({ companyId, invoice }: InvoiceSettlementsProps) {
  const { t } = useTranslation();
  const may = useMay();
  const stands = invoice.payment !== null && may('dhanman.sales.receipt.read');
  const { data: settlements = [] } = useSettlements(companyId, invoice, stands);
  if (!stands) return null;
  return (
    <section className={classes.section} aria-label={t('receipts.payment')}>
      <h2>{t('receipts.payment')}</h2>
      <Figures invoice={invoice} />
      {settlements.length > 0 && (
        <Records
          label={t('receipts.payment')}
          rows={settlements}
          keyOf={({ id: key }) => key}
          columns={columns(t)}
        />
      )}
      <Acts invoice={invoice} />
    </section>
  );
}

const isLost = ({ writtenOff }: sales.Invoice): boolean => /[1-9]/.test(writtenOff);

/** What was written off is settled, and no money that came. */
function Figures({ invoice }: Pick<InvoiceSettlementsProps, 'invoice'>) {
  const { t } = useTranslation();
  const { settled, writtenOff, outstanding } = invoice;
  const paid = Money.parse(settled, 'INR').subtract(Money.parse(writtenOff, 'INR')).toJSON();
  return (
    <p className="numbers">
      {t('receipts.paidAndOpen', { paid: formatRupees(paid), open: formatRupees(outstanding) })}
      {isLost(invoice) && ` ${t('writeOffs.lost', { amount: formatRupees(writtenOff) })}`}
    </p>
  );
}

/** What is written off is not credited, which would give back what was never paid. */
function Acts({ invoice }: Pick<InvoiceSettlementsProps, 'invoice'>) {
  const { t } = useTranslation();
  const may = useMay();
  const { id: invoiceId, customerId } = invoice;
  return (
    <div className={classes.acts}>
      {!isSettled(invoice) && may('dhanman.sales.receipt.create') && (
        <LinkButton to="/receipts/new" search={{ customerId }} variant="default">
          {t('receipts.write')}
        </LinkButton>
      )}
      {!isLost(invoice) && may('dhanman.sales.credit-note.create') && (
        <LinkButton to="/credit-notes/new" search={{ invoiceId }} variant="default">
          {t('creditNotes.write')}
        </LinkButton>
      )}
    </div>
  );
}

const pages = {
  receipt: '/receipts/$id',
  'credit-note': '/credit-notes/$id',
  'write-off': '/write-offs/$id',
} as const;

const columns = (t: TFunction): readonly Column<sales.InvoiceSettlement>[] => [
  {
    label: t('receipts.number'),
    cell: ({ document, documentId: id, number }) => (
      <Link to={pages[document]} params={{ id }}>
        {number}
      </Link>
    ),
  },
  {
    label: t('receipts.mode'),
    cell: ({ document, mode }) => {
      if (mode !== null) return t(`receipts.modes.${mode}`);
      return t(document === 'write-off' ? 'writeOffs.badDebt' : 'receipts.byCreditNote');
    },
  },
  { label: t('receipts.on'), cell: ({ on }) => formatDate(on) },
  { label: t('receipts.amount'), cell: ({ amount }) => formatRupees(amount), isFigure: true, isLoud: true },
  {
    label: t('receipts.released'),
    cell: ({ releasedOn }) => (releasedOn === null ? '–' : formatDate(releasedOn)),
  },
];
