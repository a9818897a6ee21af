import type { CustomerCredit } from '@dhanman/contracts';
import { DomainError, Money } from '@dhanman/kernel';

export class CreditLimitExceeded extends DomainError {
  constructor({ limit, owed, left }: WithLimit, amount: Money) {
    const over = amount.subtract(left);
    const message =
      `With this invoice the customer would owe ${owed.add(amount).toString()}, which is ${over.toString()} above the ` +
      'credit limit: take in a payment first, or have it issued by somebody who may go above the limit.';
    const details = { limit: limit.toJSON(), owed: owed.toJSON(), over: over.toJSON() };
    super('conflict', 'credit-limit-exceeded', message, { details });
  }
}

interface WithLimit {
  readonly limit: Money;
  readonly owed: Money;
  readonly left: Money;
}

/** What a customer may still be billed for who owes this much now. */
export function creditOf(creditLimit: string, owed: Money): WithLimit {
  const limit = Money.parse(creditLimit, owed.currency);
  return { limit, owed, left: limit.subtract(owed) };
}

/** Up to the limit, and not a paisa more. */
export function mustBeWithin(credit: WithLimit, amount: Money): void {
  if (amount.compare(credit.left) > 0) throw new CreditLimitExceeded(credit, amount);
}

export function toDto(creditLimit: string | null, owed: Money): CustomerCredit {
  if (creditLimit === null) return { limit: null, owed: owed.toJSON(), left: null };
  const { limit, left } = creditOf(creditLimit, owed);
  return { limit: limit.toJSON(), owed: owed.toJSON(), left: left.toJSON() };
}
