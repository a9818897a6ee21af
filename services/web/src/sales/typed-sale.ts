import { isRecord } from '../unsent/unsent.js';
import type { DraftLine } from './draft-line.js';
import type { PaperDetails } from './paper-fields.js';

/** What is typed into an invoice, as it stands in its fields. */
export interface TypedSale {
  readonly customerId: string;
  readonly on: string;
  readonly lines: readonly DraftLine[];
  readonly papers: PaperDetails;
}

/** What a device kept, when it is one. */
export function typedSaleIn(kept: unknown): TypedSale | undefined {
  if (!isRecord(kept)) return undefined;
  const { customerId, on, lines, papers } = kept;
  if (typeof customerId !== 'string' || typeof on !== 'string' || !Array.isArray(lines)) return undefined;
  const found: readonly unknown[] = lines;
  if (found.length === 0 || !found.every(isLine)) return undefined;
  return { customerId, on, lines: found, papers: papersIn(papers) };
}

function papersIn(kept: unknown): PaperDetails {
  const { dueOn, notes } = isRecord(kept) ? kept : {};
  return { ...(typeof dueOn === 'string' && { dueOn }), ...(typeof notes === 'string' && { notes }) };
}

const texts = ['key', 'description', 'classification', 'quantity', 'unit', 'price', 'ratePercent'] as const;

function isLine(value: unknown): value is DraftLine {
  return isRecord(value) && isRecord(value['kept']) && texts.every((name) => typeof value[name] === 'string');
}
