import type { sales } from '@dhanman/client';

/** A line as it is being typed: text everywhere, and a key so that React keeps the fields of a line together. */
export interface DraftLine {
  readonly key: string;
  readonly description: string;
  readonly classification: string;
  readonly quantity: string;
  readonly unit: string;
  readonly price: string;
  readonly ratePercent: string;
}

export function blankLine(): DraftLine {
  return {
    ...{ key: crypto.randomUUID(), description: '', classification: '', quantity: '1', unit: 'NOS' },
    ...{ price: '', ratePercent: '18' },
  };
}

/** The lines that have been filled in; one that was only begun waits. */
export function linesFrom(lines: readonly DraftLine[]): sales.SaleLine[] {
  return lines
    .filter(({ description, price }) => description.trim() !== '' && price.trim() !== '')
    .map(({ description, classification, quantity, unit, price, ratePercent }) => ({
      ...{ description: description.trim(), quantity, unit, ratePercent, price: inPaise(price) },
      ...(classification.trim() === '' ? {} : { classification: classification.trim() }),
    }));
}

/** People write 100 and 99.5; amounts have both decimals. */
function inPaise(price: string): string {
  const [rupees = '0', paise] = price.trim().replaceAll(',', '').split('.');
  return paise === undefined ? rupees : `${rupees}.${paise.padEnd(2, '0')}`;
}
