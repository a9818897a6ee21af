import type { sales } from '@dhanman/client';
import { Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { formatRupees } from '../formats/amount.js';
import { formatDate } from '../formats/date.js';
import type { Column } from '../patterns/records.js';
import { RefundState } from '../refunds/refund-state.js';

/** Of whatever list they stand in; whose they are is said where they are of many. */
export const writeOffColumns = (
  t: TFunction,
  { ofMany = false }: { readonly ofMany?: boolean } = {},
): readonly Column<sales.WriteOffSummary>[] => [
  {
    label: t('receipts.number'),
    cell: ({ id, number }) => (
      <Link to="/write-offs/$id" params={{ id }}>
        {number}
      </Link>
    ),
  },
  { label: t('receipts.on'), cell: ({ on }) => <time dateTime={on}>{formatDate(on)}</time> },
  ...(ofMany
    ? [{ label: t('receipts.customer'), cell: ({ customerName }: sales.WriteOffSummary) => customerName }]
    : []),
  {
    label: t('receipts.invoice'),
    cell: ({ invoiceId: id, invoiceNumber }) => (
      <Link to="/invoices/$id" params={{ id }}>
        {invoiceNumber}
      </Link>
    ),
  },
  { label: t('writeOffs.reason'), cell: ({ reason }) => reason },
  { label: t('receipts.amount'), cell: ({ amount }) => formatRupees(amount), isLoud: true, isFigure: true },
  { label: t('receipts.state'), cell: ({ state }) => <RefundState state={state} /> },
];
