import type { RecurringInvoiceState } from '@dhanman/contracts';
import { DomainError } from '@dhanman/kernel';

export class RecurringStateWrong extends DomainError {
  constructor(state: RecurringInvoiceState, wanted: string) {
    super('conflict', 'recurring-state-wrong', `Only ${wanted} one can do that; this one is ${state}.`);
  }
}

export class RecurringEndsBeforeStart extends DomainError {
  constructor() {
    const what = 'The last date is not before the first.';
    super('invalid', 'recurring-ends-before-start', what, { field: 'rhythm.endsOn' });
  }
}

export class PriceChangeOfNoLine extends DomainError {
  constructor(index: number, line: number) {
    const what = `There is no line ${line}: give the place of one of the lines.`;
    super('invalid', 'price-change-of-no-line', what, { field: `priceChanges.${index}.line` });
  }
}

export class PeriodNotFailed extends DomainError {
  constructor() {
    super('conflict', 'period-not-failed', 'This date has its invoice: there is nothing to try again.');
  }
}
