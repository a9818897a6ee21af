import { DomainError } from './domain-error.js';
import { Money } from './money.js';

export class NotPayableByUpi extends DomainError {
  constructor(amount: Money) {
    const message = `${amount.toString()} cannot be asked for by UPI; it must be rupees, more than nothing.`;
    super('invalid', 'not-payable-by-upi', message);
  }
}

export interface UpiRequest {
  /** The UPI id that is paid: `society@bank`. */
  readonly payee: string;
  readonly payeeName: string;
  readonly amount: Money;
  readonly note: string;
  /** Ours, unique to what is paid; the line of the bank is settled by it. */
  readonly reference: string;
}

/** From ₹1,00,000 on, the ordinary limit of one payment, the payer's own app has to ask for the amount. */
const unstatedFrom = Money.parse('100000', 'INR');

const longestNote = 50;

/** What the QR code on a bill says, as the linking specification of NPCI writes it. */
export function upiLink({ payee, payeeName, amount, note, reference }: UpiRequest): string {
  if (amount.currency !== 'INR' || !amount.isPositive) throw new NotPayableByUpi(amount);
  const stated: [string, string][] = amount.compare(unstatedFrom) < 0 ? [['am', amount.toJSON()]] : [];
  const fields: [string, string][] = [
    ['pa', payee],
    ['pn', payeeName],
    ...stated,
    ['cu', 'INR'],
    ['tn', [...note].slice(0, longestNote).join('')],
    ['tr', reference],
  ];
  return `upi://pay?${fields.map(([name, value]) => `${name}=${encoded(value)}`).join('&')}`;
}

/** The sign between the two parts of a UPI id stays as it is: apps look for it. */
function encoded(value: string): string {
  return encodeURIComponent(value.toWellFormed()).replaceAll('%40', '@');
}
