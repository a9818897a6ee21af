const plain = new Intl.NumberFormat('en-IN', { minimumFractionDigits: 2 });

/** `1,54,353.00`; below zero in brackets, as on statements. The head of the column names the currency. */
export function formatAmount(amount: string): string {
  const size = plain.format(amount.replace('-', '') as `${number}`);
  return amount.startsWith('-') ? `(${size})` : size;
}

/** `29,500.00 Cr`: a balance on its side, which has a name instead of a sign. Nothing is on no side. */
export function formatBalance(balance: string): string {
  const size = plain.format(balance.replace('-', '') as `${number}`);
  if (/^-?0+(\.0+)?$/.test(balance)) return size;
  return `${size} ${balance.startsWith('-') ? 'Cr' : 'Dr'}`;
}

const rupees = new Intl.NumberFormat('en-IN', { style: 'currency', currency: 'INR' });

/** `₹1,54,353.00`, from the decimal text it came as: no amount ever becomes a floating-point number. */
export function formatRupees(amount: string): string {
  return rupees.format(amount as `${number}`);
}
