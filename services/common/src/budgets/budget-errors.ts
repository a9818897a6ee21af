import type { BudgetState } from '@dhanman/contracts';
import { DomainError } from '@dhanman/kernel';

export class BudgetNotDraft extends DomainError {
  constructor(state: BudgetState) {
    const what: Readonly<Record<BudgetState, string>> = {
      submitted: 'This budget waits for approval: withdraw it to change it.',
      approved: 'An approved budget stays as it is: begin the next revision of its year.',
      discarded: 'This budget was discarded.',
      draft: 'This budget is a draft.',
    };
    super('conflict', 'budget-not-draft', what[state]);
  }
}

export class BudgetNotSubmitted extends DomainError {
  constructor(state: BudgetState) {
    super('conflict', 'budget-not-submitted', `This budget does not wait for approval: it is ${state}.`);
  }
}

export class BudgetEmpty extends DomainError {
  constructor() {
    super('invalid', 'budget-empty', 'Nothing is planned yet: give one account an amount at least.', {
      field: 'lines',
    });
  }
}

/** Two drafts of a year would be two answers to what is planned. */
export class BudgetUnderWay extends DomainError {
  constructor() {
    const what = 'A budget of this year is being written or waits for approval: finish or discard it first.';
    super('conflict', 'budget-under-way', what, { field: 'financialYearId' });
  }
}

export class BudgetApproverWroteIt extends DomainError {
  constructor() {
    const what =
      'You had a hand in this budget: somebody else has to approve it. If nobody else may, the company can allow its only approver to.';
    super('forbidden', 'approver-wrote-it', what);
  }
}

export class BudgetAboveLimit extends DomainError {
  constructor(limit: string) {
    const what = `Your role approves up to ${limit}: somebody with a higher limit has to approve this budget.`;
    super('forbidden', 'approval-above-limit', what, { details: { limit } });
  }
}

export class AccountNotBudgeted extends DomainError {
  constructor(index: number, code?: string) {
    const what =
      code === undefined
        ? 'There is no such account of income or expense.'
        : `${code} sums the accounts below it: give them the amounts.`;
    super('invalid', 'account-not-budgeted', what, { field: `lines.${index}.accountId` });
  }
}

export class AccountBudgetedTwice extends DomainError {
  constructor(index: number, code: string) {
    const what = `${code} has two lines.`;
    super('invalid', 'account-budgeted-twice', what, { field: `lines.${index}.accountId` });
  }
}

export class BudgetTooFine extends DomainError {
  constructor(currency: string, index: number, month: number) {
    const what = `Amounts in ${currency} have fewer decimals.`;
    super('invalid', 'amount-too-fine', what, { field: `lines.${index}.months.${month}` });
  }
}
