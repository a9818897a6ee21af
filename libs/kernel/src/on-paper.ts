const indian = new Intl.NumberFormat('en-IN', { minimumFractionDigits: 2 });

/** `12,34,567.00`, from the decimal text it is: no amount becomes a floating-point number. */
export function amountOnPaper(amount: string): string {
  return indian.format(amount as Intl.StringNumericLiteral);
}

/** `31-03-2026`, as a day is written in India. */
export function dayOnPaper(day: string): string {
  return day.split('-').toReversed().join('-');
}
