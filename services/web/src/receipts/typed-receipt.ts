import { isRecord } from '../unsent/unsent.js';
import type { TypedMeans } from './means.js';
import { receiptModes } from './receipt-search.js';
import type { ByHand } from './spending.js';

/** What is typed into a receipt, as it stands in its fields. */
export interface TypedReceipt extends TypedMeans {
  readonly customerId: string;
  readonly amount: string;
  readonly tds: string;
  readonly byHand?: ByHand;
}

const texts = ['customerId', 'on', 'reference', 'amount', 'tds'] as const;

/** What a device kept, when it is one. */
export function typedReceiptIn(kept: unknown): TypedReceipt | undefined {
  if (!isRecord(kept) || !isTexts(kept)) return undefined;
  const { customerId, on, reference, amount, tds, byHand } = kept;
  const mode = receiptModes.find((one) => one === kept['mode']);
  if (mode === undefined) return undefined;
  return { customerId, on, reference, amount, tds, mode, ...(isShares(byHand) && { byHand }) };
}

type Kept = Readonly<Record<string, unknown>>;

function isTexts(kept: Kept): kept is Kept & Readonly<Record<(typeof texts)[number], string>> {
  return texts.every((name) => typeof kept[name] === 'string');
}

function isShares(value: unknown): value is NonNullable<ByHand> {
  return isRecord(value) && Object.values(value).every((share) => typeof share === 'string');
}
