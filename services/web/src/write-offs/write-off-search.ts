import { type RefundsSearch, refundsSearch } from '../refunds/refund-search.js';

/** Write-offs are looked for by what refunds are. */
export type WriteOffsSearch = RefundsSearch;

export const writeOffsSearch = refundsSearch;
