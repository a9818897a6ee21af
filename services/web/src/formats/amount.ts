const rupees = new Intl.NumberFormat('en-IN', { style: 'currency', currency: 'INR' });

/** `₹1,54,353.00`, from the decimal text it came as: no amount ever becomes a floating-point number. */
export function formatRupees(amount: string): string {
  return rupees.format(amount as `${number}`);
}
