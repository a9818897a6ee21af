import { daysOf, known, receiptSorts } from '../receipts/receipt-search.js';
import { type ListSearch, listSearch } from '../sales/list-search.js';

export const refundStates = ['waiting', 'posted', 'rejected', 'undoing', 'reversed', 'withdrawn'] as const;

/** What the list of refunds is asked for stands in its address. */
export interface RefundsSearch extends ListSearch {
  readonly state?: (typeof refundStates)[number];
  readonly sort?: (typeof receiptSorts)[number];
  readonly from?: string;
  readonly until?: string;
}

export function refundsSearch(search: Record<string, unknown>): RefundsSearch {
  const { state, sort } = search;
  return {
    ...listSearch(search),
    ...known('state', refundStates, state),
    ...known('sort', receiptSorts, sort),
    ...daysOf(search),
  };
}

/** A refund that is begun for a customer, or from the money of one receipt or credit note. */
export interface NewRefundSearch {
  readonly customerId?: string;
  readonly creditId?: string;
}

export function newRefundSearch({ customerId, creditId }: Record<string, unknown>): NewRefundSearch {
  return {
    ...(typeof customerId === 'string' && { customerId }),
    ...(typeof creditId === 'string' && { creditId }),
  };
}
