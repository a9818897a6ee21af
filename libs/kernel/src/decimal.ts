// Decimal text to whole units and back. Text that a person or another program could read in two ways
// ("1,180", "1e3", "+5", "007", " 5 ") is no decimal at all.
const plainDecimal = /^(-?)(0|[1-9]\d*)(?:\.(\d+))?$/;

/** Longer text is refused unread: turning digits into a bigint takes quadratic time. */
const maxLength = 40;

export interface Decimal {
  readonly units: bigint;
  readonly scale: number;
}

/** The number exactly as written, with as many decimals as were written; undefined when it is no decimal. */
export function readDecimal(text: string): Decimal | undefined {
  const match = text.length <= maxLength ? plainDecimal.exec(text) : null;
  if (!match) return undefined;
  const [, sign = '', whole = '', decimals = ''] = match;
  return { units: BigInt(`${sign}${whole}${decimals}`), scale: decimals.length };
}

/** Whole units at a fixed scale; undefined when the text is no decimal or has more decimals than that. */
export function parseDecimal(text: string, scale: number): bigint | undefined {
  const decimal = readDecimal(text);
  if (!decimal || decimal.scale > scale) return undefined;
  return decimal.units * powerOfTen(scale - decimal.scale);
}

/** The decimal text of whole units at a scale, with all its decimals: 118000 at scale 2 is "1180.00". */
export function formatDecimal(units: bigint, scale: number): string {
  const sign = units < 0n ? '-' : '';
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  if (scale === 0) return `${sign}${digits}`;
  return `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

/** Ten to the power of a small whole number. */
export function powerOfTen(exponent: number): bigint {
  return 10n ** BigInt(exponent);
}
