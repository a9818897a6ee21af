import type { sales } from '@dhanman/client';
import { Link } from '@tanstack/react-router';

interface ToCreditProps {
  readonly credit: sales.RefundSummary['credit'];
}

/** From a refund to the receipt or credit note whose money it paid back. */
export function ToCredit({ credit: { document, id, number } }: ToCreditProps) {
  return document === 'receipt' ? (
    <Link to="/receipts/$id" params={{ id }}>
      {number}
    </Link>
  ) : (
    <Link to="/credit-notes/$id" params={{ id }}>
      {number}
    </Link>
  );
}
