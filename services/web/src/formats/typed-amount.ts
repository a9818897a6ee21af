const units: Readonly<Record<string, number>> = { '': 0, l: 5, lakh: 5, लाख: 5, cr: 7, crore: 7, करोड़: 7 };

/**
 * What people write for an amount, as decimal text with both decimals: 18200, 1,54,353.5, ₹90, 1.5L, 2cr, १२००.
 * Undefined for what is no amount, or has a part of a paisa.
 */
export function typedAmount(text: string): string | undefined {
  const plain = text
    .replaceAll(/[०-९]/g, digitOf)
    .replaceAll(/[₹,\s]/g, '')
    .toLowerCase();
  const [, whole = '', decimals = '', unit = ''] = /^(\d*)(?:\.(\d*))?(\D*)$/.exec(plain) ?? [];
  const shift = units[unit];
  if (shift === undefined || whole + decimals === '') return undefined;
  const places = Math.max(shift + 2, decimals.length);
  const digits = whole + decimals.padEnd(places, '0');
  const end = digits.length - (places - shift - 2);
  if (/[1-9]/.test(digits.slice(end))) return undefined;
  const paise = digits.slice(0, end).replace(/^0+/, '').padStart(3, '0');
  return `${paise.slice(0, -2)}.${paise.slice(-2)}`;
}

function digitOf(digit: string): string {
  return String((digit.codePointAt(0) ?? 0) - 0x966);
}
