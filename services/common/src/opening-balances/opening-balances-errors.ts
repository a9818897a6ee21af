import { DomainError, type Money } from '@dhanman/kernel';

export class NotAnOpeningDay extends DomainError {
  constructor() {
    const what = 'Opening balances stand on the first or the last day of a financial year.';
    super('invalid', 'not-an-opening-day', what, { field: 'on' });
  }
}

export class EntriesBeforeOpening extends DomainError {
  constructor(number: string, on: string) {
    const what =
      `${number} of ${on} lies before the opening, which would count it twice: ` +
      'reverse what lies before, or open on an earlier day.';
    super('conflict', 'entries-before-opening', what, { field: 'on' });
  }
}

export class AccountOfResult extends DomainError {
  constructor(code: string, index: number) {
    const what = `${code} is income or expense: what was earned before goes to an account of equity.`;
    super('invalid', 'account-of-result', what, { field: `lines.${String(index)}.account` });
  }
}

export class BalanceTwice extends DomainError {
  constructor(code: string, index: number) {
    const what = `Another line has the balance of ${code} for the same party and branch.`;
    super('invalid', 'balance-twice', what, { field: `lines.${String(index)}.account` });
  }
}

export class DifferenceUnconfirmed extends DomainError {
  constructor(difference: Money) {
    const what =
      `Debits less credits are ${difference.toString()}: ` +
      'mend the lines, or confirm that this goes to the opening balance equity.';
    super('invalid', 'difference-unconfirmed', what, {
      field: 'difference',
      details: { difference: difference.toJSON() },
    });
  }
}

export class EquityMissing extends DomainError {
  constructor() {
    const what =
      'No account of the chart has the role "opening-balance-equity": give it to one, or enter lines that balance.';
    super('conflict', 'account-role-missing', what, { field: 'difference' });
  }
}

export class OpeningChanged extends DomainError {
  constructor(version: number | null) {
    const stands = version === null ? 'none stands in the books' : `version ${String(version)} stands there`;
    const what = `The opening balances were changed meanwhile: ${stands}. Look at them again.`;
    super('conflict', 'opening-changed', what, { field: 'replaces' });
  }
}

export class ReasonMissing extends DomainError {
  constructor() {
    const what = 'Say why the opening balances are replaced: it stands at the reversal.';
    super('invalid', 'reason-missing', what, { field: 'reason' });
  }
}

/** Everything that keeps the books from taking them, so that a person mends it in one go. */
export class OpeningNotPostable extends DomainError {
  constructor(objections: readonly DomainError[]) {
    const complaints = objections.map((objection) => objection.at(objection.field ?? ''));
    const sentences = objections.map(({ message }) => message).join(' ');
    super('invalid', 'opening-not-postable', sentences, { complaints });
  }
}
