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
  /** What a line says and has no field: it stays as it was. */
  readonly kept: Partial<sales.SaleLine>;
}

export function blankLine(): DraftLine {
  return {
    ...{ key: crypto.randomUUID(), description: '', classification: '', quantity: '1', unit: 'NOS' },
    ...{ price: '', ratePercent: '18', kept: {} },
  };
}

/** The lines that have been filled in; one that was only begun waits. */
export function linesFrom(lines: readonly DraftLine[]): sales.SaleLine[] {
  return lines
    .filter(isFilledIn)
    .map(({ description, classification, quantity, unit, price, ratePercent, kept }) => ({
      ...kept,
      ...{ description: description.trim(), quantity, unit, ratePercent, price: inPaise(price) },
      ...(classification.trim() === '' ? {} : { classification: classification.trim() }),
    }));
}

/** Under which path a field of the form is known to whoever got the lines that are filled in. */
export function sentPath(lines: readonly DraftLine[], path: string): string | undefined {
  const [, index, name] = /^lines\.(\d+)\.(\w+)$/.exec(path) ?? [];
  if (index === undefined || name === undefined) return path;
  const line = lines[Number(index)];
  if (line === undefined || !isFilledIn(line)) return undefined;
  return `lines.${String(lines.slice(0, Number(index)).filter(isFilledIn).length)}.${name}`;
}

function isFilledIn({ description, price }: DraftLine): boolean {
  return description.trim() !== '' && price.trim() !== '';
}

type StoredLine = sales.SaleLine & Partial<Pick<sales.InvoiceLine, 'taxed'>>;

/** A stored line as it is typed on. */
export function draftLines(lines: readonly StoredLine[]): DraftLine[] {
  return lines.map(({ taxed: _, description, classification = '', ...line }) => {
    const { quantity, unit, price, ratePercent, ...kept } = line;
    return {
      ...{ key: crypto.randomUUID(), description, classification, quantity, unit, price, ratePercent, kept },
    };
  });
}

/** Whoever types the name of a product has chosen it: the line says what the product says today. */
export function described(line: DraftLine, text: string, products: readonly sales.Product[]): DraftLine {
  const product = products.find(({ name, isActive }) => isActive && name === text);
  if (!product) return { ...line, description: text };
  const { id, name, classification, unit, price, ratePercent, treatment } = product;
  return {
    ...{ ...line, description: name, classification: classification ?? '', unit, price, ratePercent },
    kept: { ...line.kept, productId: id, treatment },
  };
}

/** People write 100 and 99.5; amounts have both decimals. */
export function inPaise(price: string): string {
  const [rupees = '0', paise] = price.trim().replaceAll(',', '').split('.');
  return paise === undefined ? rupees : `${rupees}.${paise.padEnd(2, '0')}`;
}
