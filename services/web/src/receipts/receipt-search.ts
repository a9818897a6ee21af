import { type ListSearch, listSearch } from '../sales/list-search.js';

export const receiptStates = [
  ...(['waiting', 'posted', 'rejected', 'undoing'] as const),
  ...(['bounced', 'reversed', 'withdrawn'] as const),
];
export const receiptModes = ['cash', 'bank', 'cheque', 'upi'] as const;
export const receiptSorts = ['-on', 'on', '-amount', 'amount', '-number', 'number'] as const;

const day = /^\d{4}-\d{2}-\d{2}$/;

/** What the list of receipts is asked for stands in its address. */
export interface ReceiptsSearch extends ListSearch {
  readonly state?: (typeof receiptStates)[number];
  readonly mode?: (typeof receiptModes)[number];
  readonly sort?: (typeof receiptSorts)[number];
  readonly from?: string;
  readonly until?: string;
}

export function receiptsSearch(search: Record<string, unknown>): ReceiptsSearch {
  const { state, mode, sort } = search;
  return {
    ...listSearch(search),
    ...known('state', receiptStates, state),
    ...known('mode', receiptModes, mode),
    ...known('sort', receiptSorts, sort),
    ...daysOf(search),
  };
}

/** From which day until which, as far as they are days. */
export function daysOf({ from, until }: Record<string, unknown>): {
  readonly from?: string;
  readonly until?: string;
} {
  return { ...(isDay(from) && { from }), ...(isDay(until) && { until }) };
}

export function known<Name extends string, Value>(
  name: Name,
  values: readonly Value[],
  value: unknown,
): Partial<Record<Name, Value>> {
  const found = values.find((one) => one === value);
  return found === undefined ? {} : ({ [name]: found } as Record<Name, Value>);
}

function isDay(value: unknown): value is string {
  return typeof value === 'string' && day.test(value);
}
